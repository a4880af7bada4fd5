package city.planofrecord.chassis.snapshot;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;

import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Link;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

import city.planofrecord.chassis.http.ProblemKind;
import city.planofrecord.chassis.http.Refused;
import city.planofrecord.chassis.http.Violation;
import city.planofrecord.chassis.time.Horizon;

/** Answers with snapshots and their manifests. */
@Singleton
public class Snapshots {

    static final String TIMELINE = "timeline";

    private final Horizon horizon;
    private final Clock clock;
    private final ObjectMapper json;

    Snapshots(Horizon horizon, Clock clock, ObjectMapper json) {
        this.horizon = horizon;
        this.clock = clock;
        this.json = json;
    }

    /**
     * The rows in the form that was asked for, streamed. The operation must state no forms of its own: with several, the
     * framework would choose a writer for the form before it knows that the answer is a stream.
     *
     * @param name of the snapshot, for the file
     * @param snapshot of what was asked
     * @throws Refused where neither form is wanted (406), or what is asked cannot be (400)
     */
    public RestResponse<InputStream> answer(
            String name,
            SnapshotQuestion question,
            Function<SnapshotOf, Snapshot> snapshot,
            HttpHeaders headers,
            UriInfo uri) {
        var of = of(question);
        var format = format(headers);
        var rows = snapshot.apply(of);
        var written = of.day() == null ? TIMELINE : of.day().toString();
        return RestResponse.ResponseBuilder.<InputStream>ok(new SnapshotStream(rows, format, json))
                .header(HttpHeaders.CONTENT_TYPE, format.mediaType() + ";charset=UTF-8")
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"" + name + "-" + written + "." + format.extension() + "\"")
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT)
                .header(
                        HttpHeaders.CACHE_CONTROL,
                        question.knownAt != null && (question.asOf != null || of.day() == null)
                                ? "public, max-age=31536000, immutable"
                                : "no-cache")
                .header("Link", link(uri, "", of, "canonical"))
                .header("Link", link(uri, "/manifest", of, "describedby"))
                .build();
    }

    /** By what the same rows are checked, in every form. */
    public Manifest manifest(SnapshotQuestion question, Function<SnapshotOf, Snapshot> snapshot) {
        var of = of(question);
        var hashes = new TreeMap<String, String>();
        var rows = 0L;
        for (var format : Format.values()) {
            var digest = sha256();
            try (var stream = new SnapshotStream(snapshot.apply(of), format, json)) {
                stream.transferTo(new DigestOutputStream(OutputStream.nullOutputStream(), digest));
                rows = stream.rows();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            hashes.put(format.mediaType(), HexFormat.of().formatHex(digest.digest()));
        }
        return new Manifest(rows, of.day(), of.include(), of.knownAt(), hashes);
    }

    private SnapshotOf of(SnapshotQuestion question) {
        var knownAt = question.knownAt;
        if (knownAt == null) {
            knownAt = horizon.settled().minus(1, ChronoUnit.MICROS);
        } else {
            horizon.requireSettled(knownAt);
        }
        if (question.include == null) {
            return new SnapshotOf(question.asOf == null ? LocalDate.now(clock) : question.asOf, knownAt);
        }
        if (!question.include.equals(TIMELINE)) {
            throw new Refused(
                    ProblemKind.MALFORMED,
                    "include can only be '" + TIMELINE + "'.",
                    List.of(Violation.ofParameter("include", "is unknown", question.include, TIMELINE)));
        }
        if (question.asOf != null) {
            throw new Refused(
                    ProblemKind.MALFORMED,
                    "Timelines hold every day: ask with include=timeline or with asOf, not with both.",
                    List.of(Violation.ofParameter(
                            "asOf", "goes with no timeline", question.asOf.toString(), "no asOf")));
        }
        return new SnapshotOf(null, knownAt);
    }

    private static Format format(HttpHeaders headers) {
        for (var wanted : headers.getAcceptableMediaTypes()) {
            if (wanted.isWildcardType()) {
                return Format.NDJSON;
            }
            for (var format : Format.values()) {
                if (wanted.isCompatible(MediaType.valueOf(format.mediaType()))) {
                    return format;
                }
            }
        }
        throw new Refused(
                ProblemKind.NOT_ACCEPTABLE,
                "A snapshot can be had as application/x-ndjson or as text/csv; ask for one of them with Accept.");
    }

    private static String link(UriInfo uri, String below, SnapshotOf of, String relation) {
        var address = uri.getBaseUriBuilder().path(uri.getPath() + below).queryParam("knownAt", of.knownAt());
        @Nullable String include = of.include();
        var whole = include == null ? address.queryParam("asOf", of.day()) : address.queryParam("include", include);
        return Link.fromUri(whole.build()).rel(relation).build().toString();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}

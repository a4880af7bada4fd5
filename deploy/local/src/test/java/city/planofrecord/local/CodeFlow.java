package city.planofrecord.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;

/**
 * A login as a browser does it: authorization code with PKCE, the provider's own form filled in.
 *
 * @param secret of the client; empty for a public one
 * @param redirect where the provider sends the browser back to; nobody needs to listen there
 */
record CodeFlow(HttpClient http, URI issuer, String client, String secret, String redirect) {

    private static final Pattern FORM = Pattern.compile("<form[^>]*action=\"([^\"]+)\"");
    private static final SecureRandom RANDOM = new SecureRandom();

    /** What a client keeps to itself, and what it shows of it. */
    record Proof(String verifier) {

        static Proof fresh() {
            var bytes = new byte[32];
            RANDOM.nextBytes(bytes);
            return new Proof(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
        }

        String challenge() {
            try {
                var hash = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
                return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /** The tokens of somebody who logs in, as the provider answers them. */
    JsonNode login(KeycloakUser user) {
        var proof = Proof.fresh();
        var answer = redeem(code(user, proof), proof);
        if (answer.statusCode() != 200) {
            throw new IllegalStateException("No tokens for " + user + ": " + answer.body());
        }
        return json(answer.body());
    }

    /** The code that a login gives, for a proof that is kept for {@link #redeem}. */
    String code(KeycloakUser user, Proof proof) {
        var page = authorize(Map.of("code_challenge", proof.challenge(), "code_challenge_method", "S256"));
        var form = FORM.matcher(page.body());
        if (page.statusCode() != 200 || !form.find()) {
            throw new IllegalStateException("No form to log in: " + page.statusCode() + " " + page.headers());
        }
        var sent = send(HttpRequest.newBuilder(URI.create(form.group(1).replace("&amp;", "&")))
                .header("Cookie", cookies(page))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(
                        form(Map.of("username", user.name(), "password", user.password())))));
        var back = back(sent);
        if (!back.containsKey("code")) {
            throw new IllegalStateException("No login for " + user + ": " + sent.statusCode() + " " + back);
        }
        return back.get("code");
    }

    /** Asks for a login page with more parameters than every request has. */
    HttpResponse<String> authorize(Map<String, String> more) {
        var parameters = new TreeMap<>(more);
        parameters.put("response_type", "code");
        parameters.put("client_id", client);
        parameters.putIfAbsent("redirect_uri", redirect);
        parameters.put("scope", "openid");
        parameters.put("state", UUID.randomUUID().toString());
        return send(HttpRequest.newBuilder(URI.create(issuer + "/protocol/openid-connect/auth?" + form(parameters)))
                .GET());
    }

    HttpResponse<String> redeem(String code, Proof proof) {
        return token(Map.of(
                "grant_type",
                "authorization_code",
                "code",
                code,
                "redirect_uri",
                redirect,
                "code_verifier",
                proof.verifier()));
    }

    /** Asks the provider for tokens by any grant. */
    HttpResponse<String> token(Map<String, String> grant) {
        var parameters = new TreeMap<>(grant);
        parameters.put("client_id", client);
        if (!secret.isEmpty()) {
            parameters.put("client_secret", secret);
        }
        return send(HttpRequest.newBuilder(URI.create(issuer + "/protocol/openid-connect/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form(parameters))));
    }

    /** The parameters with which an answer sends the browser back; none where it does not. */
    static Map<String, String> back(HttpResponse<?> answer) {
        return answer.headers()
                .firstValue("Location")
                .map(location -> URI.create(location).getRawQuery())
                .map(CodeFlow::parameters)
                .orElse(Map.of());
    }

    static JsonNode json(String text) {
        try {
            return new JsonMapper().readTree(text);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String form(Map<String, String> parameters) {
        return parameters.entrySet().stream()
                .map(one -> one.getKey() + "=" + URLEncoder.encode(one.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private static Map<String, String> parameters(String query) {
        Function<String, String> decoded = text -> URLDecoder.decode(text, StandardCharsets.UTF_8);
        return Arrays.stream(query.split("&"))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(
                        pair -> decoded.apply(pair[0]),
                        pair -> decoded.apply(pair[1]),
                        (a, _) -> a,
                        LinkedHashMap::new));
    }

    /** Taken by hand: those of a provider on the loopback address are marked Secure, which the JDK's jar keeps back. */
    private static String cookies(HttpResponse<?> answer) {
        return answer.headers().allValues("Set-Cookie").stream()
                .map(cookie -> cookie.substring(0, cookie.indexOf(';')))
                .collect(Collectors.joining("; "));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.timeout(Duration.ofSeconds(30)).build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}

package city.planofrecord.notice.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import city.planofrecord.chassis.testing.Issuer;
import city.planofrecord.chassis.testing.RealServers;

/** A browser as far as cookies go, which forgets none by time; it follows no redirect by itself. */
final class DeskBrowser {

    final Map<String, String> cookies = new TreeMap<>();
    private final HttpClient http = HttpClient.newHttpClient();
    private final URI service;

    DeskBrowser(URI service) {
        this.service = service;
    }

    HttpResponse<String> get(String address) {
        var request = HttpRequest.newBuilder(service.resolve(address));
        if (!cookies.isEmpty()) {
            request.header("Cookie", sent());
        }
        try {
            var answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            for (var set : answer.headers().allValues("Set-Cookie")) {
                var cookie = set.split(";", 2)[0].split("=", 2);
                if (set.contains("Max-Age=0")) {
                    cookies.remove(cookie[0]);
                } else {
                    cookies.put(cookie[0], cookie[1]);
                }
            }
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The cookies as they are sent. */
    String sent() {
        return cookies.entrySet().stream()
                .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
    }

    /** Goes to the desk, is sent to the provider, and comes back with a code. */
    String codeFor(String audience, String... roles) {
        RealServers.current().issuer().nextLogin("Ana of the desk", audience, roles);
        return code();
    }

    String code() {
        return location(get(location(get("/desk"))));
    }

    DeskBrowser loggedIn(String... roles) {
        assertThat(location(get(codeFor(Issuer.AUDIENCE, roles)))).endsWith("/desk");
        return this;
    }

    boolean hasSession() {
        return cookies.keySet().stream().anyMatch(name -> name.contains("session"));
    }

    static String location(HttpResponse<?> answer) {
        assertThat(answer.statusCode()).as(answer.toString()).isEqualTo(302);
        return answer.headers().firstValue("Location").orElseThrow();
    }

    static Map<String, String> parameters(String address) {
        return Arrays.stream(URI.create(address).getRawQuery().split("&"))
                .map(one -> one.split("=", 2))
                .collect(Collectors.toMap(one -> one[0], one -> URLDecoder.decode(one[1], StandardCharsets.UTF_8)));
    }
}

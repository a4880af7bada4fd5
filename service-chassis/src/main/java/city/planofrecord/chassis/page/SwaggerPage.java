package city.planofrecord.chassis.page;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import org.eclipse.microprofile.config.inject.ConfigProperty;

import city.planofrecord.chassis.edge.AnswerHeaders;
import city.planofrecord.chassis.page.LoginPlaces.LoginPlace;

/**
 * The page of Swagger UI, in the place of the framework's, whose scripts are inline and whose client is fixed by the build.
 * The assets that it loads are the framework's.
 */
@Singleton
class SwaggerPage {

    private static final String FOLDER = "/q/swagger-ui/";
    private static final String HTML = "text/html; charset=utf-8";
    private static final String SCRIPT = "text/javascript; charset=utf-8";

    /** Before the framework's routes, after what looks at every request. */
    private static final int EARLY = 20;

    private final LoginConfig config;
    private final LoginPlaces places;
    private final String service;
    private final boolean open;
    private final String page = resource("swagger-ui.html");
    private final Map<String, Asset> assets = Map.of(
            "oauth2-redirect.html", new Asset(HTML, resource("oauth2-redirect.html")),
            "oauth2-redirect.js", new Asset(SCRIPT, resource("oauth2-redirect.js")),
            "begin.js", new Asset(SCRIPT, resource("begin.js")),
            "page.css", new Asset("text/css; charset=utf-8", resource("page.css")));

    SwaggerPage(
            LoginConfig config,
            LoginPlaces places,
            @ConfigProperty(name = "quarkus.application.name") String service,
            @ConfigProperty(name = "quarkus.swagger-ui.enabled", defaultValue = "true") boolean open) {
        this.config = config;
        this.places = places;
        this.service = service;
        this.open = open;
    }

    private record Asset(String type, String text) {}

    void register(@Observes Filters filters) {
        if (open) {
            filters.register(this::answer, EARLY);
        }
    }

    private void answer(RoutingContext request) {
        var path = request.normalizedPath();
        var method = request.request().method();
        if (!path.startsWith(FOLDER) || !(method.equals(HttpMethod.GET) || method.equals(HttpMethod.HEAD))) {
            request.next();
            return;
        }
        var name = path.substring(FOLDER.length());
        if (name.isEmpty() || name.equals("index.html")) {
            index(request);
        } else if (assets.containsKey(name)) {
            asset(request, assets.get(name));
        } else {
            request.next();
        }
    }

    private void index(RoutingContext request) {
        var place = places.find();
        var text = page.replace("{service}", escaped(service))
                .replace("{client}", escaped(config.swaggerUiClient()))
                .replace("{scopes}", escaped(config.swaggerUiScopes()))
                .replace(
                        "{authorization}",
                        escaped(place.map(LoginPlace::authorization).orElse("")))
                .replace("{token}", escaped(place.map(LoginPlace::token).orElse("")));
        var connections = place.map(LoginPlace::token).map(URI::create).stream().toList();
        // The window of the login is another origin's for a while, and must find back to this page.
        request.response()
                .putHeader(AnswerHeaders.OPENER_POLICY, "unsafe-none")
                .putHeader(
                        AnswerHeaders.CONTENT_SECURITY_POLICY,
                        PagePolicy.withScripts(connections).text());
        send(request, new Asset(HTML, text));
    }

    private static void asset(RoutingContext request, Asset asset) {
        if (asset.type().equals(HTML)) {
            request.response()
                    .putHeader(AnswerHeaders.OPENER_POLICY, "unsafe-none")
                    .putHeader(
                            AnswerHeaders.CONTENT_SECURITY_POLICY,
                            PagePolicy.withScripts(List.of()).text());
        }
        send(request, asset);
    }

    private static void send(RoutingContext request, Asset asset) {
        var bytes = asset.text().getBytes(StandardCharsets.UTF_8);
        var response = request.response()
                .putHeader("Content-Type", asset.type())
                .putHeader("Cache-Control", "no-cache")
                .putHeader("Content-Length", String.valueOf(bytes.length));
        if (request.request().method().equals(HttpMethod.HEAD)) {
            response.end();
        } else {
            response.end(Buffer.buffer(bytes));
        }
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }

    private static String resource(String name) {
        try (var stream = SwaggerPage.class.getResourceAsStream("/page/" + name)) {
            if (stream == null) {
                throw new IllegalStateException("There is no page/" + name);
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package city.planofrecord.local;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What {@code verify-audit} was asked for.
 *
 * @param kafka host and port of Kafka
 * @param services by the name each has in its events; empty for those of the local system
 * @param key of the audit trail; empty for that of the local system
 * @param token of an auditor, for services that are named
 */
record AuditOptions(String kafka, Map<String, URI> services, String key, String token) {

    /** @throws UsageException where they are not understood */
    static AuditOptions parse(List<String> arguments, Ports ports, Map<String, String> environment) {
        var kafka = "127.0.0.1:" + ports.kafka();
        var services = new LinkedHashMap<String, URI>();
        for (var argument : arguments) {
            var parts = argument.split("=", 2);
            if (parts.length < 2 || parts[0].isEmpty() || parts[1].isEmpty()) {
                throw new UsageException("'" + argument + "' is neither --kafka=HOST:PORT nor NAME=URL.");
            }
            if (parts[0].equals("--kafka")) {
                kafka = parts[1];
            } else {
                services.put(parts[0], address(parts[1]));
            }
        }
        var key = environment.getOrDefault("AUDIT_KEY", "");
        if (!services.isEmpty() && key.isEmpty()) {
            throw new UsageException("The key of the audit trail is missing. Set AUDIT_KEY.");
        }
        return new AuditOptions(kafka, services, key, environment.getOrDefault("AUDIT_TOKEN", ""));
    }

    private static URI address(String text) {
        try {
            return URI.create(text);
        } catch (IllegalArgumentException e) {
            throw new UsageException("'" + text + "' is no URL.");
        }
    }
}

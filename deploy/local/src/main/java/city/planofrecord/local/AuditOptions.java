package city.planofrecord.local;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What {@code verify-audit} was asked for.
 *
 * @param kafka host and port of Kafka
 * @param services by the name each has in its events; empty for those of the local system
 * @param restored of services that are known to have been restored, by their names, the epoch that began with it
 * @param key of the audit trail; empty for that of the local system
 * @param token of an auditor, for services that are named
 */
record AuditOptions(String kafka, Map<String, URI> services, Map<String, Integer> restored, String key, String token) {

    private static final Pattern RESTORED = Pattern.compile("([a-z-]+):([1-9][0-9]{0,8})");

    /** @throws UsageException where they are not understood */
    static AuditOptions parse(List<String> arguments, Ports ports, Map<String, String> environment) {
        var kafka = "127.0.0.1:" + ports.kafka();
        var services = new LinkedHashMap<String, URI>();
        var restored = new LinkedHashMap<String, Integer>();
        for (var argument : arguments) {
            var parts = argument.split("=", 2);
            if (parts.length < 2 || parts[0].isEmpty() || parts[1].isEmpty()) {
                throw new UsageException(
                        "'" + argument + "' is none of --kafka=HOST:PORT, --restored=NAME:EPOCH and NAME=URL.");
            }
            if (parts[0].equals("--kafka")) {
                kafka = parts[1];
            } else if (parts[0].equals("--restored")) {
                var of = RESTORED.matcher(parts[1]);
                if (!of.matches()) {
                    throw new UsageException(
                            "'" + argument + "' is not --restored=NAME:EPOCH, as in notice-service:1.");
                }
                restored.put(of.group(1), Integer.parseInt(of.group(2)));
            } else {
                services.put(parts[0], address(parts[1]));
            }
        }
        var key = environment.getOrDefault("AUDIT_KEY", "");
        if (!services.isEmpty() && key.isEmpty()) {
            throw new UsageException("The key of the audit trail is missing. Set AUDIT_KEY.");
        }
        return new AuditOptions(kafka, services, restored, key, environment.getOrDefault("AUDIT_TOKEN", ""));
    }

    private static URI address(String text) {
        try {
            return URI.create(text);
        } catch (IllegalArgumentException e) {
            throw new UsageException("'" + text + "' is no URL.");
        }
    }
}

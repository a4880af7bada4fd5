package city.planofrecord.chassis.edge;

/**
 * What is answered on which port.
 *
 * @param apart whether there is a management port
 * @param docsPublic whether the OpenAPI document and Swagger UI are for everybody
 */
record Doors(boolean apart, boolean docsPublic) {

    /** @param path normalised, so that nothing is reached by another spelling */
    boolean isOpen(String path, boolean managementPort) {
        var inner = path.equals("/q") || path.startsWith("/q/");
        if (managementPort) {
            return inner;
        }
        if (isDocs(path)) {
            return docsPublic;
        }
        return !inner || !apart;
    }

    private static boolean isDocs(String path) {
        return path.startsWith("/q/openapi") || path.startsWith("/q/swagger-ui");
    }
}

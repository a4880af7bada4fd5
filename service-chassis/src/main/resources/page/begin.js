"use strict";

// Beside the token that is pasted, the document that is shown has a login at the provider of this system, where one is known.
function withLogin(shown, settings) {
    if (!settings.authorization) {
        return shown;
    }
    const login = {
        type: "oauth2",
        description: "Log in at the city's OpenID provider; the roles that you have there decide what you may do.",
        flows: {
            authorizationCode: {
                authorizationUrl: settings.authorization,
                tokenUrl: settings.token,
                scopes: Object.fromEntries(settings.scopes.split(" ").map(scope => [scope, ""])),
            },
        },
    };
    shown.components.securitySchemes = { login, ...shown.components.securitySchemes };
    for (const path of Object.values(shown.paths)) {
        for (const operation of Object.values(path)) {
            if (operation.security?.some(one => "token" in one)) {
                operation.security.push({ login: [] });
            }
        }
    }
    return shown;
}

async function begin() {
    const place = document.getElementById("swagger-ui");
    const settings = place.dataset;
    const answer = await fetch(settings.document + "?format=json");
    if (!answer.ok) {
        place.textContent = "The document could not be had: " + answer.status + ".";
        return;
    }
    const shown = await answer.json();
    shown.externalDocs ??= { url: settings.document, description: "This document as it is" };
    const page = SwaggerUIBundle({
        spec: withLogin(shown, settings),
        dom_id: "#swagger-ui",
        deepLinking: true,
        layout: "BaseLayout",
        validatorUrl: null,
        defaultModelsExpandDepth: 0,
        oauth2RedirectUrl: new URL("oauth2-redirect.html", window.location.href).href,
    });
    page.initOAuth({
        clientId: settings.client,
        scopes: settings.scopes,
        usePkceWithAuthorizationCodeGrant: true,
    });
}

begin();

"use strict";

// Hands what the provider answered to the page that opened this window.
const login = window.opener?.swaggerUIRedirectOauth2;
const answer = new URLSearchParams(window.location.search);

function refuse(message) {
    login.errCb({ authId: login.auth.name, source: "auth", level: "error", message });
}

if (login) {
    if (answer.get("state") !== login.state) {
        refuse("The answer belongs to another login, and was not taken. Log in again.");
    } else if (answer.has("code")) {
        delete login.state;
        login.auth.code = answer.get("code");
        login.callback({ auth: login.auth, redirectUrl: login.redirectUrl });
    } else {
        refuse([answer.get("error"), answer.get("error_description")].filter(Boolean).join(": ") || "The provider gave no code.");
    }
    window.close();
}

# Finds a JDK of version 25 or newer and exports JAVA_HOME. To be sourced by the commands of this folder.

java_version_of() {
    local version
    version=$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release" 2>/dev/null | head -n 1)
    printf '%s' "${version:-0}"
}

jdk_candidates() {
    local javac
    if [ -n "${JAVA_HOME:-}" ]; then
        printf '%s\n' "$JAVA_HOME"
    fi
    if javac=$(command -v javac 2>/dev/null); then
        while [ -L "$javac" ]; do
            case $(readlink "$javac") in
                /*) javac=$(readlink "$javac") ;;
                *) javac=$(dirname "$javac")/$(readlink "$javac") ;;
            esac
        done
        (cd "$(dirname "$javac")/.." && pwd -P) || true
    fi
    printf '%s\n' \
        /usr/lib/jvm/* \
        "${HOME:-/nonexistent}"/.sdkman/candidates/java/* \
        "${HOME:-/nonexistent}"/.jdks/* \
        /opt/* /opt/java/* /opt/jdk/* \
        /usr/local/lib/jvm/* \
        /Library/Java/JavaVirtualMachines/*/Contents/Home \
        "${HOME:-/nonexistent}"/Library/Java/JavaVirtualMachines/*/Contents/Home \
        /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home \
        /usr/local/opt/openjdk*/libexec/openjdk.jdk/Contents/Home
}

find_java() {
    local home
    while IFS= read -r home; do
        if [ -x "$home/bin/javac" ] && [ "$(java_version_of "$home")" -ge 25 ]; then
            export JAVA_HOME=$home
            return 0
        fi
    done <<EOF
$(jdk_candidates)
EOF
    cat >&2 <<'EOF'
No JDK 25 was found. Looked at JAVA_HOME, the PATH, /usr/lib/jvm, ~/.sdkman, ~/.jdks, /opt and the places of macOS.
Install one (for example from https://adoptium.net) or set JAVA_HOME to one, and try again.
EOF
    return 1
}

# Sourced by cases/run, tests/run and .ci/run: the packages of Debian 12 that a build needs, and those that its tests need besides, installed
# where they are missing.

assay_packages=(
    g++ cmake ninja-build
    tao-pegtl-dev libtomlplusplus-dev libspdlog-dev libfmt-dev libcli11-dev nlohmann-json3-dev libgmp-dev libssl-dev openssl
    libgtest-dev libgmock-dev libbenchmark-dev librapidcheck-dev libkainjow-mustache-dev
)

# Pages are tested in a browser. Where there is a node of another origin, it serves.
browser_packages=(chromium fonts-noto-cjk curl ca-certificates)
command -v node >/dev/null || browser_packages+=(nodejs)

missing_packages() {
    local package
    for package in "$@"; do
        if [[ "$(dpkg-query --show --showformat='${db:Status-Status}' "$package" 2>/dev/null)" != installed ]]; then
            echo "$package"
        fi
    done
}

# Needs what a build does, and the packages named. Takes no network when nothing is missing. Without apt-get or the right to use it, names what is needed and stops.
require_packages() {
    local packages=("${assay_packages[@]}" "$@")
    if ! command -v apt-get >/dev/null || ! command -v dpkg-query >/dev/null; then
        local tool
        for tool in cmake ninja; do
            if ! command -v "$tool" >/dev/null; then
                echo "This system has no apt-get. Install what these packages of Debian 12 hold, then run this again:" >&2
                echo "  ${packages[*]}" >&2
                exit 2
            fi
        done
        return 0
    fi
    local missing=()
    mapfile -t missing < <(missing_packages "${packages[@]}")
    if ((${#missing[@]} == 0)); then
        return 0
    fi
    local as_root=()
    if ((EUID != 0)); then
        if ! command -v sudo >/dev/null; then
            echo "These packages are missing, and neither root nor sudo is at hand to install them:" >&2
            echo "  apt-get install ${missing[*]}" >&2
            exit 2
        fi
        as_root=(sudo)
    fi
    echo "installing ${missing[*]}" >&2
    "${as_root[@]}" apt-get update --quiet=2
    "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install --yes --quiet=2 --no-install-recommends "${missing[@]}"
}

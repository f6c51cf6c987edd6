# Sourced by the scripts: how the programs are built, and missing Debian packages.

# The Swift libraries go into each program: it starts a third sooner and runs on a machine without Swift.
release_flags=(-c release --static-swift-stdlib)

# Builds products for use, saying nothing unless one fails.
build_release() {
  local product log; log=$(mktemp)
  for product in "$@"; do
    swift build "${release_flags[@]}" --product "$product" > "$log" 2>&1 || {
      tail -n 60 "$log" >&2; rm -f "$log"
      echo "Building $product failed." >&2
      return 1
    }
  done
  rm -f "$log"
}
release_folder() { swift build "${release_flags[@]}" --show-bin-path 2> /dev/null; }

# Installs missing Debian packages, or says which and why it may not.
install_packages() {
  local missing=() package
  if ! command -v swift > /dev/null; then
    echo "Swift 6.2 or later is needed and is not on the PATH: see https://www.swift.org/install/linux/." >&2
    exit 1
  fi
  if ! command -v dpkg > /dev/null; then
    echo "This is no Debian system: please see to it that these packages or their like are installed: $*" >&2
    return 0
  fi
  for package in "$@"; do
    dpkg -s "$package" > /dev/null 2>&1 || missing+=("$package")
  done
  [ "${#missing[@]}" -eq 0 ] && return 0
  local as_root=()
  if [ "$(id -u)" -ne 0 ]; then
    if command -v sudo > /dev/null && sudo -n true 2> /dev/null; then as_root=(sudo -n)
    else
      echo "These packages are missing and only root may install them: ${missing[*]}" >&2
      echo "Please run: sudo apt-get install -y ${missing[*]}" >&2
      exit 1
    fi
  fi
  echo "Installing: ${missing[*]}"
  "${as_root[@]}" apt-get update -qq && "${as_root[@]}" apt-get install -y -qq "${missing[@]}" > /dev/null || {
    echo "Installing ${missing[*]} failed; please install them by hand and start again." >&2
    exit 1
  }
}

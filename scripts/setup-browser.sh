#!/usr/bin/env bash
# A Chromium for the tests: $CHROMIUM, else an installed one, else Debian's, else Playwright's own in .tools/browsers.
# A Firefox in the same way: $FIREFOX, an installed one, Debian's, Playwright's own. Also a Chinese font, without which the screenshots show boxes. Serving the page needs neither.
. "$(dirname "$0")/env.sh"

# Leaves the path in .tools/chromium, where playwright.config.ts reads it; empty means Playwright's own.
found() {
  mkdir -p "$TOOLS"
  printf '%s\n' "$1" >"$TOOLS/chromium"
  say "Chromium: $2"
}

find_chromium() {
  local candidate version
  if [ -n "${CHROMIUM:-}" ]; then
    { candidate=$(type -P "$CHROMIUM") && version=$("$candidate" --version 2>/dev/null); } || fail "\$CHROMIUM is $CHROMIUM, which does not start." 'Give the path of a Chromium or Chrome, or unset it.'
    found "$candidate" "$version ($candidate)"
    return
  fi
  for candidate in chromium chromium-browser google-chrome google-chrome-stable \
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome' /Applications/Chromium.app/Contents/MacOS/Chromium; do
    candidate=$(type -P "$candidate") || continue
    # Ubuntu's chromium-browser may be a stub that only says to install a snap.
    version=$("$candidate" --version 2>/dev/null) || continue
    found "$candidate" "$version ($candidate)"
    return
  done
  if ls -d "$PLAYWRIGHT_BROWSERS_PATH"/chromium* >/dev/null 2>&1; then
    found '' "Playwright's own, in .tools/browsers"
    return
  fi
  return 1
}

install_chromium() {
  if is_debian_root; then
    apt_refresh
    # Not Ubuntu's, which is a snap.
    if grep -q '^ID=debian' /etc/os-release && [ -n "$(apt_version chromium)" ]; then
      apt_install chromium
      return
    fi
  fi
  say 'Chromium: downloading the one of Playwright into .tools/browsers'
  local with_system_libraries=()
  if is_debian_root; then with_system_libraries=(--with-deps); fi
  npx --no-install playwright install ${with_system_libraries[@]+"${with_system_libraries[@]}"} chromium >"$TOOLS/browser.log" 2>&1 || {
    tail -5 "$TOOLS/browser.log" >&2
    rm -rf "$PLAYWRIGHT_BROWSERS_PATH"
    fail 'there is no Chromium, and none could be installed.' \
      'Debian:  sudo apt-get install chromium' 'others:  install Chrome or Chromium, and give its path in CHROMIUM if it is not found'
  }
}

# Leaves the path in .tools/firefox, where tests/e2e/firefox.spec.ts reads it.
find_firefox() {
  local candidate version
  for candidate in ${FIREFOX:+"$FIREFOX"} firefox-esr firefox /Applications/Firefox.app/Contents/MacOS/firefox \
    "$PLAYWRIGHT_BROWSERS_PATH"/firefox*/firefox/firefox "$PLAYWRIGHT_BROWSERS_PATH"/firefox*/firefox/Nightly.app/Contents/MacOS/firefox; do
    candidate=$(type -P "$candidate") || continue
    # Ubuntu's firefox may be a stub that only says to install a snap.
    version=$("$candidate" --version 2>/dev/null) || continue
    printf '%s\n' "$candidate" >"$TOOLS/firefox"
    say "Firefox: $version ($candidate)"
    return
  done
  [ -z "${FIREFOX:-}" ] || fail "\$FIREFOX is $FIREFOX, which does not start." 'Give the path of a Firefox, or unset it.'
  return 1
}

install_firefox() {
  if is_debian_root && [ -n "$(apt_version firefox-esr)" ]; then
    apt_refresh
    apt_install firefox-esr
    return
  fi
  say 'Firefox: downloading the one of Playwright into .tools/browsers'
  npx --no-install playwright install firefox >"$TOOLS/browser.log" 2>&1 || {
    tail -5 "$TOOLS/browser.log" >&2
    fail 'there is no Firefox, and none could be installed.' \
      'Debian:  sudo apt-get install firefox-esr' 'others:  install Firefox, and give its path in FIREFOX if it is not found'
  }
}

find_chromium || { install_chromium && find_chromium; }
find_firefox || { install_firefox && find_firefox; }

if have fc-list && [ -n "$(fc-list :lang=zh)" ]; then
  :
elif is_debian_root; then
  apt_refresh
  apt_install fontconfig fonts-wqy-microhei
elif [ "$(uname)" != Darwin ]; then
  say 'Chinese font: none, so the screenshots will show boxes (Debian, Ubuntu: sudo apt-get install fonts-wqy-microhei)'
fi

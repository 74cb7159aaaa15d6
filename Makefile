# Every target sets up what it needs, can be repeated, and is then fast. What is installed goes into .tools/ and node_modules/.
# The work is done in scripts/, one idea a file.

.DEFAULT_GOAL := help
.PHONY: help setup pkg build dist reproduce serve check format test golden bench fuzz clean distclean

help: ## this list
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-10s %s\n", $$1, $$2 }' Makefile

setup: ## install what building needs: Rust for wasm32, wasm-pack, wasm-bindgen, wasm-opt, node packages
	@./scripts/setup.sh

pkg: setup ## compile the calculations to WebAssembly: pkg/
	@./scripts/build-pkg.sh

build: pkg ## build the page: dist/
	@./scripts/build-page.sh

dist: build ## pack what was built for a host, with checksums: release/
	@./scripts/dist.sh

reproduce: setup ## show that two fresh clones build the same bytes (minutes)
	@./scripts/reproduce.sh

serve: build ## build and serve the page on 127.0.0.1 (PORT=4173)
	@./scripts/serve.sh

check: setup ## format, lints, documentation, types
	@./scripts/check.sh

format: setup ## put the format right
	@./scripts/format.sh

test: ## set up, check, and run every test
	@./scripts/test.sh

golden: pkg ## accept the package's types as they are now: tests/golden/
	@./scripts/golden.sh --accept

bench: pkg ## compare the package with JavaScript peers: benches/*/run.mjs
	@for bench in benches/*/run.mjs; do node $$bench || exit 1; done

fuzz: setup ## anything at all as input to every call, by the clock: SECONDS=3600, SEED=1
	@./scripts/fuzz.sh $(or $(SECONDS),60) $(or $(SEED),1)

clean: ## remove what was built
	rm -rf target pkg dist release test-results .tools/stamps/pkg .tools/stamps/page

distclean: clean ## remove what was installed too
	rm -rf .tools node_modules

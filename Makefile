# Every target sets up what it needs, can be repeated, and is then fast. What is installed goes into .tools/ and node_modules/.
# The work is done in scripts/, one idea a file.

.DEFAULT_GOAL := help
.PHONY: help setup pkg build dist reproduce serve check format test golden bench clean distclean

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

bench: pkg ## time single calls of the package in Node
	@node benches/run.mjs

clean: ## remove what was built
	rm -rf target pkg dist release test-results .tools/stamps/pkg .tools/stamps/page

distclean: clean ## remove what was installed too
	rm -rf .tools node_modules

# Every target gets what it needs by itself: see build/need.

.PHONY: run test build size bench fuzz soak tinygo clean

# The playground on this machine, for a first look and for work on it: it is
# built again when a source changes. Packed quickly; `make build` packs well.
# The engine is compiled with TinyGo if it is there, and else with Go.
run: web/node_modules/.package-lock.json
	build/need go
	go run ./build -serve -fast

# Everything that can be wrong, in one command: formatting, vet, tests, some
# seconds of fuzzing, types, and the site in three browsers and as a Worker.
test: web/node_modules/.package-lock.json e2e/node_modules/.package-lock.json tinygo
	build/need go git chromium chromedriver firefox-esr WebKitWebDriver xvfb-run blktrace fio sphinx-build mkdocs hugo
	go run ./build/check

# The site in dist/, as it is published.
build: web/node_modules/.package-lock.json tinygo
	go run ./build -compiler tinygo

# What readers download, file by file; fails if one is over its budget.
size: web/node_modules/.package-lock.json tinygo
	go run ./build -compiler tinygo -size

# How fast the model is beside the kernels' own C code, natively and as WebAssembly.
bench: tinygo
	build/need go node
	go run ./build/bench

# Fuzzing for longer than a test may: FUZZTIME each.
FUZZTIME ?= 2m
fuzz:
	build/need go
	go run ./build/check -fuzztime $(FUZZTIME) fuzz

# What only shows after hours or once in many runs: scenarios by chance, long
# fuzzing, then all tests and the browsers' stories again and again.
SEEDS ?= 1000000
ROUNDS ?= 20
soak: web/node_modules/.package-lock.json e2e/node_modules/.package-lock.json tinygo
	build/need go git chromium chromedriver firefox-esr WebKitWebDriver xvfb-run blktrace fio sphinx-build mkdocs hugo
	go test ./core/soak -timeout 0 -seeds $(SEEDS) -first $$(date +%s)
	go run ./build/check -fuzztime 30m fuzz
	go test ./core/soak -seeds $(SEEDS) -timeout 0
	for round in $$(seq $(ROUNDS)); do go test -count=1 -shuffle=on ./... && go run ./build/check e2e || exit 1; done

# The compiler that makes the engine small, built from source once for this user:
# a minute or two. Without it `go run ./build -compiler go` makes the same site,
# with an engine seven times as large.
tinygo:
	build/need go wasm-opt /usr/lib/llvm-19/bin/clang /usr/lib/llvm-19/bin/wasm-ld /usr/lib/llvm-19/include/llvm-c /usr/lib/llvm-19/include/clang-c
	@go run ./build/tinygo/install

clean:
	rm -rf dist .cache e2e/out

# npm writes this file last, so it is older than the lock only if an install is due.
# No script of a package is run: none of those used here needs one.
%/node_modules/.package-lock.json: %/package-lock.json
	build/need go node npm
	cd $* && npm ci --ignore-scripts --no-audit --no-fund
	touch $@

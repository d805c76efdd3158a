# The commands that people use; what they need is installed by Packaging/setup.
#
#   make run                     build, and look at real migrations in a throw-away demo
#   make test                    lint, build with all checks, run every test
#   make check                   the long checks: an hour and more
#   make bench                   measure a release build beside its peers
#   make bench QUICK=1           the same in three minutes
#   make install PREFIX=/usr/local
#   make docs                    the library's documentation, in .build/docs
#   make pictures                draw the pictures of the README and docs/ from approved screens
#   make format                  bring the sources into the project's format

PREFIX ?= /usr/local
DESTDIR ?=

SETUP := ./Packaging/setup
CHECKED_BUILD := --explicit-target-dependency-import-check error
RELEASE := .build/release/ferry
# What the end-to-end tests have typed, so that an option that none of them uses is found.
TYPED := .build/typed.jsonl

.PHONY: run test check sanitize bench docs lint pictures format release install clean

run: release
	$(RELEASE) demo

release:
	$(SETUP) build
	swift build -c release --product ferry

test:
	$(SETUP) build test
	$(MAKE) lint
	swift build --build-tests $(CHECKED_BUILD)
	./Packaging/docs .build/docs
	./Packaging/test --skip EndToEndTests
	rm -f $(TYPED)
	FERRY_TEST_RECORD=$(CURDIR)/$(TYPED) ./Packaging/test --filter EndToEndTests
	@.tools/sdk/bin/python Tests/Agreement/options.py .build/debug/ferry $(TYPED)

# What 'make test' runs for seconds runs for minutes here; every failure prints the seed that replays it.
check:
	$(SETUP) build test
	swift build --build-tests $(CHECKED_BUILD)
	FERRY_SIMULATION_SEEDS=1-100000 ./Packaging/test --filter SimulationTests
	FERRY_HISTORIES=20000 FERRY_KEYS=125000 ./Packaging/test --filter 'ActionModelTests|EyesTests'
	FERRY_ENDINGS=1000 ./Packaging/test --filter EndingTests
	FERRY_DIFFERENTIAL_SEEDS=1-50 ./Packaging/test --filter DifferentialTests
	FERRY_TORTURE_STEPS=4000 ./Packaging/test --filter TortureTests
	$(MAKE) sanitize SANITIZER=thread
	$(MAKE) sanitize SANITIZER=address

# The unit tests in a build of their own that finds data races (thread) or wrong accesses (address).
sanitize:
	swift build --build-tests --sanitize $(SANITIZER) --scratch-path .build/$(SANITIZER)
	./Packaging/test --sanitize $(SANITIZER) --scratch-path .build/$(SANITIZER) --skip EndToEndTests

bench:
	$(SETUP) build bench
	swift build -c release --product ferry
	swift build -c release --product core-bench
	.tools/peers/bin/python Benchmarks/bench.py .build/release .tools/peers/bin/python \
	  $(if $(QUICK),--quick)

docs:
	$(SETUP) build
	swift build --product stop-tasks $(CHECKED_BUILD)
	./Packaging/docs .build/docs

lint:
	swift format lint --strict --parallel --recursive Package.swift Sources Tests Examples Benchmarks
	./Packaging/pictures --check

# Draws approved screens of the tests for the README and docs/.
pictures:
	./Packaging/pictures

format:
	swift format --in-place --parallel --recursive Package.swift Sources Tests Examples Benchmarks

install: release
	install -D -s -m 755 $(RELEASE) $(DESTDIR)$(PREFIX)/bin/ferry
	install -D -m 755 .tools/rclone/rclone $(DESTDIR)$(PREFIX)/libexec/ferry/rclone
	install -D -m 644 Packaging/ferry.1 $(DESTDIR)$(PREFIX)/share/man/man1/ferry.1
	install -D -m 644 Packaging/ferry.service $(DESTDIR)$(PREFIX)/lib/systemd/user/ferry.service
	install -D -m 644 -t $(DESTDIR)$(PREFIX)/share/ferry/schemas Documents/schemas/*.json
	sed -i 's|@PREFIX@|$(PREFIX)|' $(DESTDIR)$(PREFIX)/lib/systemd/user/ferry.service
	mkdir -p $(DESTDIR)$(PREFIX)/share/bash-completion/completions
	mkdir -p $(DESTDIR)$(PREFIX)/share/zsh/site-functions
	mkdir -p $(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d
	$(RELEASE) --generate-completion-script bash \
	  > $(DESTDIR)$(PREFIX)/share/bash-completion/completions/ferry
	$(RELEASE) --generate-completion-script zsh \
	  > $(DESTDIR)$(PREFIX)/share/zsh/site-functions/_ferry
	$(RELEASE) --generate-completion-script fish \
	  > $(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d/ferry.fish

clean:
	rm -rf .build

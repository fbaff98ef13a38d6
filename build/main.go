// Command build makes the site: a folder of static files that works from any
// folder of any host.
//
//	wasm/*   ── go build ──▶ assets/NAME.wasm ──┐
//	web/pages/*.html ── what they name:         ├─ names from contents ─▶ minify ─▶ .br .gz ─▶ dist/
//	    *.ts, *.css ── esbuild ──▶ assets/ ─────┤
//	web/scenarios, core/testdata ── copied ─────┘
//
// Beside it, in dist-npm/, it makes the npm package of <blk-play>.
//
// With -serve it then answers over HTTP, and builds again when a source changes.
package main

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"time"

	"blkplay/build/tinygo"
)

func main() {
	out := flag.String("out", "dist", "folder to write the site to")
	serve := flag.Bool("serve", false, "serve the site and build again when a source changes")
	addr := flag.String("addr", "127.0.0.1:8624", "with -serve: address to listen on; if its port is taken, a free one is used")
	fast := flag.Bool("fast", false, "compress less, to be quick")
	sizes := flag.Bool("size", false, "print the size of every file, and fail if one is over its budget")
	compiler := flag.String("compiler", "auto", "what compiles the small programs: tinygo, go, or auto: TinyGo if it is there")
	base := flag.String("base", "", "address that the site will have, https://host/folder/: makes its static oEmbed answer")
	static := flag.Bool("static", false, "serve what is in the folder, without building")
	flag.Parse()
	if err := run(*out, *addr, *compiler, *base, *serve, *fast, *sizes, *static); err != nil {
		fmt.Fprintln(os.Stderr, "build:", err)
		os.Exit(1)
	}
}

func run(out, addr, compiler, base string, serve, fast, sizes, static bool) error {
	root, err := moduleRoot()
	if err != nil {
		return err
	}
	if static {
		site, err := readSite(out)
		if err != nil {
			return err
		}
		return listen(addr, newServer(site))
	}
	b := &builder{root: root, cache: filepath.Join(root, ".cache", "build"), fast: fast, base: base}
	if b.tinygo, err = choose(compiler); err != nil {
		return err
	}
	start := time.Now()
	site, err := b.build()
	if err != nil {
		return err
	}
	if err := site.write(out); err != nil {
		return err
	}
	if b.npm != nil {
		if err := b.npm.write(out + packageSuffix); err != nil {
			return err
		}
	}
	fmt.Fprintf(os.Stderr, "built %d files into %s in %.1f s\n", len(site.files), out, time.Since(start).Seconds())
	if sizes {
		if err := site.printSizes(os.Stdout, b.tinygo != nil); err != nil {
			return err
		}
	}
	if !serve {
		return nil
	}
	srv := newServer(site)
	srv.changing = true
	go watch(b, srv, out)
	return listen(addr, srv)
}

// choose returns the TinyGo to compile with, nil for none, and says which it is.
func choose(compiler string) (*tinygo.Compiler, error) {
	if compiler == "go" {
		return nil, nil
	}
	c, err := tinygo.Find()
	switch {
	case compiler == "tinygo" || err == nil:
		return c, err
	case compiler != "auto":
		return nil, fmt.Errorf("-compiler is tinygo, go or auto, not %q", compiler)
	}
	fmt.Fprintln(os.Stderr, "the engine is compiled with Go, seven times as large:", err)
	return nil, nil
}

// moduleRoot is the nearest folder, from the working one upwards, with a go.mod.
func moduleRoot() (string, error) {
	dir, err := os.Getwd()
	if err != nil {
		return "", err
	}
	for {
		if _, err := os.Stat(filepath.Join(dir, "go.mod")); err == nil {
			return dir, nil
		}
		up := filepath.Dir(dir)
		if up == dir {
			return "", fmt.Errorf("no go.mod here or above")
		}
		dir = up
	}
}

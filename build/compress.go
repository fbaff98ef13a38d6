package main

import (
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"encoding/hex"
	"io"
	"os"
	"path"
	"path/filepath"
	"runtime"
	"strconv"
	"sync"

	"github.com/andybalholm/brotli"
)

// compressible are the endings of what gets a .br and a .gz beside it.
var compressible = map[string]bool{
	".html": true, ".css": true, ".js": true, ".json": true, ".svg": true,
	".wasm": true, ".txt": true, ".blkplay": true, ".map": true,
}

// brotliFast is the quality for -fast: 20 times quicker than the best, 25% larger.
const brotliFast = 5

func (b *builder) compress(s *site) error {
	quality := brotli.BestCompression
	if b.fast {
		quality = brotliFast
	}
	work := make(chan *file)
	failed := make(chan error, len(s.files))
	var done sync.WaitGroup
	for range runtime.NumCPU() {
		done.Go(func() {
			for f := range work {
				if err := b.pack(f, quality); err != nil {
					failed <- err
				}
			}
		})
	}
	for _, f := range s.files {
		if compressible[path.Ext(f.out)] {
			work <- f
		}
	}
	close(work)
	done.Wait()
	close(failed)
	return <-failed // nil once it is empty
}

// pack makes f's .br and .gz, where they are smaller than f.
func (b *builder) pack(f *file, quality int) error {
	br, err := b.cached(f.body, "br"+strconv.Itoa(quality), func(w io.Writer) io.WriteCloser {
		return brotli.NewWriterLevel(w, quality)
	})
	if err != nil {
		return err
	}
	gz, err := b.cached(f.body, "gz", func(w io.Writer) io.WriteCloser {
		z, _ := gzip.NewWriterLevel(w, gzip.BestCompression) // fails for unknown levels only
		return z
	})
	if err != nil {
		return err
	}
	if len(br) < len(f.body) {
		f.br = br
	}
	if len(gz) < len(f.body) {
		f.gz = gz
	}
	return nil
}

// cached returns body compressed, from the cache if it has been before.
func (b *builder) cached(body []byte, how string, to func(io.Writer) io.WriteCloser) ([]byte, error) {
	sum := sha256.Sum256(body)
	name := filepath.Join(b.cache, "packed", hex.EncodeToString(sum[:16])+"."+how)
	if old, err := os.ReadFile(name); err == nil {
		return old, nil
	}
	var out bytes.Buffer
	w := to(&out)
	if _, err := w.Write(body); err != nil {
		return nil, err
	}
	if err := w.Close(); err != nil {
		return nil, err
	}
	if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
		return nil, err
	}
	// Renamed into place, so that a build that is stopped leaves no half file;
	// under a name of its own before, because two files may have the same contents.
	half, err := os.CreateTemp(filepath.Dir(name), "half-*")
	if err != nil {
		return nil, err
	}
	if _, err := half.Write(out.Bytes()); err != nil {
		return nil, err
	}
	if err := half.Close(); err != nil {
		return nil, err
	}
	return out.Bytes(), os.Rename(half.Name(), name)
}

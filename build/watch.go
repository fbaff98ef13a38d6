package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"time"
)

// watchEvery is how often the sources are looked at. Looking at a thousand
// files takes about 5 ms; being told of changes would take a dependency.
const watchEvery = 500 * time.Millisecond

// watch builds again when a source has changed, and hands the new site to srv.
// A build that fails is told, and the last good site stays.
func watch(b *builder, srv *server, out string) {
	last := b.stamp()
	for {
		time.Sleep(watchEvery)
		now := b.stamp()
		if now == last {
			continue
		}
		last = now
		start := time.Now()
		site, err := b.build()
		if err == nil {
			err = site.write(out)
		}
		if err != nil {
			fmt.Fprintln(os.Stderr, "build:", err)
			continue
		}
		srv.replace(site)
		fmt.Fprintf(os.Stderr, "built again in %.1f s\n", time.Since(start).Seconds())
	}
}

// watched are the folders that a site is made of.
var watched = []string{"core", "wasm", "web"}

// stamp changes when a file of the sources is changed, added or removed.
func (b *builder) stamp() (stamp struct {
	files int
	bytes int64
	times int64
}) {
	for _, dir := range watched {
		filepath.WalkDir(filepath.Join(b.root, dir), func(name string, entry os.DirEntry, err error) error {
			if err != nil {
				return nil // it went away while we looked; the next look settles it
			}
			if entry.IsDir() {
				if entry.Name() == "node_modules" || strings.HasPrefix(entry.Name(), ".") {
					return filepath.SkipDir
				}
				return nil
			}
			if info, err := entry.Info(); err == nil {
				stamp.files++
				stamp.bytes += info.Size()
				stamp.times += info.ModTime().UnixNano()
			}
			return nil
		})
	}
	return stamp
}

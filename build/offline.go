package main

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"image"
	"image/color"
	"image/draw"
	"image/png"
	"os"
	"path"
	"path/filepath"
	"strings"
)

// serviceWorker is the script that lets the site work without a network. Its
// name stays: browsers look for another version of it there.
const serviceWorker = "sw.js"

// filesHere stands in the service worker where the names of the site's files are to be.
const filesHere = "@files@"

// addOffline adds the service worker, the manifest and the icons.
func (b *builder) addOffline(s *site) error {
	dir := filepath.Join(b.root, "web", "offline")
	if !exists(dir) {
		return nil
	}
	script, err := b.bundle(filepath.Join(dir, "sw.ts"))
	if err != nil {
		return err
	}
	manifest, err := os.ReadFile(filepath.Join(dir, "manifest.webmanifest"))
	if err != nil {
		return err
	}
	s.add(serviceWorker, script)
	s.add("manifest.webmanifest", manifest)
	s.add("icon.svg", iconSVG())
	for _, px := range []int{192, 512} {
		picture, err := iconPNG(px)
		if err != nil {
			return err
		}
		s.add(fmt.Sprintf("icon-%d.png", px), picture)
	}
	return nil
}

// fillOffline tells the service worker what to keep: the pages and what they
// need, but no data that only some readers ask for. It must be called when all
// names are final.
func (s *site) fillOffline() error {
	worker := s.byName[serviceWorker]
	if worker == nil {
		return nil
	}
	var names []string
	version := sha256.New()
	for _, f := range s.files {
		if f == worker || !kept(f.name) {
			continue
		}
		names = append(names, f.out)
		fmt.Fprintf(version, "%s %x\n", f.out, sha256.Sum256(f.body))
	}
	if n := bytes.Count(worker.body, []byte(filesHere)); n != 1 {
		return fmt.Errorf("%s has %d times %s", serviceWorker, n, filesHere)
	}
	list := hex.EncodeToString(version.Sum(nil)[:8]) + "," + strings.Join(names, ",")
	worker.body = bytes.Replace(worker.body, []byte(filesHere), []byte(list), 1)
	return nil
}

// notKept are pages, with what only they load: the program that drives them is
// larger than all the rest. Kept without it they would ask for one of another version.
var notKept = map[string]bool{
	"assets/desk.wasm": true, "assets/wasm_exec.js": true,
	"verify.html": true, "assets/verify.js": true,
	"grade.html": true, "assets/grade.js": true,
}

// kept reports whether a file of the site is there without a network.
func kept(name string) bool {
	switch folder := path.Dir(name); {
	case notKept[name]:
		return false
	case folder == "assets" || folder == "lessons":
		return true
	default:
		return folder == "." && name != "licenses.txt" && name != singlePage
	}
}

// The icon is the plug's sign: a bar that parts what comes from what goes, in
// 32nds of its side; light on dark, with room around it for a round mask.
var (
	iconDark  = color.RGBA{0x15, 0x19, 0x1e, 0xff}
	iconLight = color.RGBA{0xff, 0xff, 0xff, 0xff}
	iconBars  = []image.Rectangle{image.Rect(14, 7, 18, 25), image.Rect(6, 15, 12, 17), image.Rect(20, 15, 26, 17)}
)

func iconSVG() []byte {
	var b bytes.Buffer
	fmt.Fprintf(&b, `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="4" fill="%s"/><path fill="%s" d="`, hexOf(iconDark), hexOf(iconLight))
	for _, r := range iconBars {
		fmt.Fprintf(&b, "M%d %dh%dv%dh%dz", r.Min.X, r.Min.Y, r.Dx(), r.Dy(), -r.Dx())
	}
	b.WriteString("\"/></svg>\n")
	return b.Bytes()
}

func hexOf(c color.RGBA) string { return fmt.Sprintf("#%02x%02x%02x", c.R, c.G, c.B) }

func iconPNG(px int) ([]byte, error) {
	picture := image.NewRGBA(image.Rect(0, 0, px, px))
	draw.Draw(picture, picture.Bounds(), image.NewUniform(iconDark), image.Point{}, draw.Src)
	for _, r := range iconBars {
		at := image.Rect(r.Min.X*px/32, r.Min.Y*px/32, r.Max.X*px/32, r.Max.Y*px/32)
		draw.Draw(picture, at, image.NewUniform(iconLight), image.Point{}, draw.Src)
	}
	var b bytes.Buffer
	err := png.Encode(&b, picture)
	return b.Bytes(), err
}

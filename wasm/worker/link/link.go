// Package link opens what stands after the # of a link to the playground.
// web/share/link.ts writes it and says what it means; links.golden.jsonl pins both.
package link

import (
	"bytes"
	"compress/flate"
	"encoding/base64"
	"errors"
	"io"
	"net/url"
	"regexp"
	"strings"
	"unicode/utf8"
)

// CharsMax is how long a link may be that is kept or opened here: what a browser's
// address line and a Worker take without trouble. The page itself opens longer ones.
const CharsMax = 16 << 10

// Why a fragment does not open.
var (
	ErrNone    = errors.New("this is no link of blkplay's: one begins with #b1. or #text=")
	ErrNewer   = errors.New("a later version of blkplay made this link")
	ErrCut     = errors.New("the end of the link is missing")
	ErrDamaged = errors.New("the link is damaged: its characters are not those it was made of")
	ErrLarge   = errors.New("what the link holds is too large")
)

var packed = regexp.MustCompile(`^([bu])([0-9]+)\.([A-Za-z0-9_-]*)(?:\.([A-Za-z0-9_-]{4}))?$`)

// Unpack returns the scenario text that a fragment holds, with or without its #.
// What is unpacked takes at most bytesMax.
func Unpack(fragment string, bytesMax int) (text string, err error) {
	fragment = strings.TrimPrefix(fragment, "#")
	if len(fragment) > CharsMax {
		return "", ErrLarge
	}
	if strings.HasPrefix(fragment, "text=") {
		return plain(fragment, bytesMax)
	}
	parts := packed.FindStringSubmatch(fragment)
	switch {
	case parts == nil:
		return "", ErrNone
	case parts[2] != "1":
		return "", ErrNewer
	case parts[4] == "":
		return "", ErrCut
	}
	data, err := base64.RawURLEncoding.DecodeString(parts[3])
	if err != nil {
		return "", ErrDamaged
	}
	if parts[1] == "b" {
		data, err = io.ReadAll(io.LimitReader(flate.NewReader(bytes.NewReader(data)), int64(bytesMax)+1))
		if err != nil {
			return "", ErrDamaged
		}
	}
	if len(data) > bytesMax {
		return "", ErrLarge
	}
	if check(data) != parts[4] || !utf8.Valid(data) {
		return "", ErrDamaged
	}
	_, text, ok := strings.Cut(string(data), "\n")
	if !ok {
		return "", ErrDamaged
	}
	return text, nil
}

// plain opens a link that somebody wrote by hand.
func plain(fragment string, bytesMax int) (string, error) {
	for field := range strings.SplitSeq(fragment, "&") {
		if value, ok := strings.CutPrefix(field, "text="); ok {
			text, err := url.PathUnescape(value)
			if err != nil {
				text = value // a % that means itself
			}
			if len(text) > bytesMax {
				return "", ErrLarge
			}
			return text, nil
		}
	}
	return "", ErrDamaged
}

// check is four characters made of what a link holds: 24 bits of FNV-1a.
func check(data []byte) string {
	h := uint32(0x811c9dc5)
	for _, b := range data {
		h = (h ^ uint32(b)) * 0x01000193
	}
	h = (h ^ h>>24) & 0xffffff
	return base64.RawURLEncoding.EncodeToString([]byte{byte(h >> 16), byte(h >> 8), byte(h)})
}

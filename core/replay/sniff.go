package replay

import (
	"bytes"
	"unicode/utf8"

	"blkplay/core/fio"
	"blkplay/core/trace/blktrace"
	"blkplay/core/trace/gunzip"
	"blkplay/core/trace/iolog"
)

// format is what a file's content tells.
type format uint8

const (
	foreign format = iota
	empty
	binary
	text
	log
	job
	gzipped
)

// Accepted says what [Open] takes, for a message or a file picker's hint.
const Accepted = "blktrace binary files (version 7 or 8, all of a trace's per-CPU files together, or merged into one), blkparse text in its default format or with all fields, a fio iolog of version 2 or 3, or a fio job file, each also as .gz"

// sniff tells the format of a file from its first bytes.
func sniff(first []byte) format {
	switch {
	case len(first) == 0:
		return empty
	case isGzip(first):
		return gzipped
	case blktrace.Is(first):
		return binary
	case isText(first):
		return text
	case iolog.Is(first):
		return log
	case fio.Is(first):
		return job
	}
	return foreign
}

// IsTrace reports whether a file that begins so is a trace that [Open] takes, or such a one gzipped.
func IsTrace(first []byte) bool {
	found := sniff(first)
	if found == gzipped {
		inside, _ := peek(gunzip.NewReader(&peeked{first, noMore{}})) // ends too early, but has begun
		found = sniff(inside.first)
	}
	return found == binary || found == text || found == log
}

func isGzip(first []byte) bool { return len(first) >= 2 && first[0] == 0x1f && first[1] == 0x8b }

// isText reports whether the first line with something in it is one of blkparse's.
func isText(first []byte) bool {
	line := bytes.TrimLeft(first, " \t\r\n")
	for _, start := range [...]string{"Input file ", "CPU", "Bad fs action ", "Bad pc action "} {
		if bytes.HasPrefix(line, []byte(start)) {
			return true
		}
	}
	rest, ok := cutDigits(line)
	if !ok || len(rest) == 0 || rest[0] != ',' {
		return false
	}
	rest, ok = cutDigits(rest[1:])
	return ok && len(rest) > 0 && rest[0] == ' '
}

func cutDigits(b []byte) (rest []byte, ok bool) {
	n := 0
	for n < len(b) && '0' <= b[n] && b[n] <= '9' {
		n++
	}
	return b[n:], n > 0
}

// strangers are formats that people have at hand.
var strangers = [...]struct{ start, name string }{
	{"version 1", "a blkplay scenario, not a trace"},
	{"{", "JSON"},
	{"[", "JSON"},
	{"PK\x03\x04", "a zip archive"},
	{"\xfd7zXZ\x00", "an xz file"},
	{"\x28\xb5\x2f\xfd", "a zstd file"},
	{"BZh", "a bzip2 file"},
	{"\x89PNG", "a PNG picture"},
	{"\x7fELF", "an ELF file"},
	{"<", "HTML or XML"},
}

// describe says what a foreign file seems to be.
func describe(first []byte) string {
	for _, s := range strangers {
		if bytes.HasPrefix(first, []byte(s.start)) {
			return s.name
		}
	}
	line, _, _ := bytes.Cut(first, []byte("\n"))
	const most = 40
	if printable(line) {
		if len(line) > most {
			return "text that begins `" + string(line[:most]) + "...`"
		}
		return "text that begins `" + string(line) + "`"
	}
	return "bytes that begin " + hexBytes(first[:min(len(first), 8)])
}

func printable(b []byte) bool {
	for _, c := range b {
		if c < ' ' && c != '\t' && c != '\r' || c >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

func hexBytes(b []byte) string {
	const digits = "0123456789abcdef"
	var s []byte
	for i, x := range b {
		if i > 0 {
			s = append(s, ' ')
		}
		s = append(s, digits[x>>4], digits[x&15])
	}
	return string(s)
}

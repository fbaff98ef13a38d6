package fio

import (
	"strconv"
	"strings"
)

// units of sizes. With fio's default, kb_base=1024, the units of SI are powers of
// 1024 and those of IEC powers of 1000.
var units = [...]struct {
	name   string
	factor uint64
}{
	{"", 1},
	{"k", 1 << 10}, {"m", 1 << 20}, {"g", 1 << 30}, {"t", 1 << 40}, {"p", 1 << 50},
	{"ki", 1e3}, {"mi", 1e6}, {"gi", 1e9}, {"ti", 1e12}, {"pi", 1e15},
}

// bytesMax bounds sizes and offsets: 8 EiB.
const bytesMax = 1<<63 - 1

// size reads a size in bytes, as 4096, 4k, 4KiB or 0x1000. It returns what is
// wrong, "" if nothing is.
func size(text string) (n int64, wrong string) {
	const want = "want a size such as 4k or 1g"
	s := strings.ToLower(strings.TrimSpace(text))
	if strings.HasSuffix(s, "%") {
		return 0, want
	}
	base, digits := 10, 0
	if strings.HasPrefix(s, "0x") {
		s, base = s[2:], 16
	}
	for digits < len(s) && ('0' <= s[digits] && s[digits] <= '9' || base == 16 && 'a' <= s[digits] && s[digits] <= 'f') {
		digits++
	}
	v, err := strconv.ParseUint(s[:digits], base, 64)
	if err != nil {
		return 0, want
	}
	unit := strings.TrimSuffix(strings.TrimSpace(s[digits:]), "b")
	for _, u := range units {
		if u.name != unit {
			continue
		}
		if v > bytesMax/u.factor {
			return 0, "more than 8 EiB"
		}
		return int64(v * u.factor), ""
	}
	return 0, want
}

// timeUnits are those of times, in ns.
var timeUnits = [...]struct {
	name string
	ns   int64
}{
	{"d", 86400e9}, {"h", 3600e9}, {"m", 60e9}, {"s", 1e9}, {"sec", 1e9},
	{"ms", 1e6}, {"msec", 1e6}, {"us", 1e3}, {"usec", 1e3}, {"ns", 1}, {"nsec", 1},
}

// duration reads a time; without a unit it is in units of ns.
func duration(text string, ns int64) (n int64, wrong string) {
	const want = "want a time such as 100us or 5s"
	s := strings.ToLower(strings.TrimSpace(text))
	digits := 0
	for digits < len(s) && '0' <= s[digits] && s[digits] <= '9' {
		digits++
	}
	v, err := strconv.ParseInt(s[:digits], 10, 64)
	if err != nil {
		return 0, want
	}
	if unit := strings.TrimSpace(s[digits:]); unit != "" {
		ns = 0
		for _, u := range timeUnits {
			if u.name == unit {
				ns = u.ns
			}
		}
		if ns == 0 {
			return 0, want
		}
	}
	if v > timeMax/ns {
		return 0, "more than an hour, the longest run there is"
	}
	return v * ns, ""
}

// count reads a whole number.
func count(text string, least, most int64) (n int64, wrong string) {
	n, wrong = size(text)
	if wrong != "" || n < least || n > most {
		return 0, "want a whole number from " + strconv.FormatInt(least, 10) + " to " + strconv.FormatInt(most, 10)
	}
	return n, ""
}

// perDirection reads a value for reads and one for writes: "4k", "4k,8k", ",8k". One
// alone is for both; one that is empty is 0. A third, for trims, is not looked at.
func perDirection(text string) (v [2]int64, wrong string) {
	words := strings.Split(text, ",")
	for i := range v {
		word := words[min(i, len(words)-1)]
		if strings.TrimSpace(word) == "" && len(words) > 1 {
			continue
		}
		if v[i], wrong = size(word); wrong != "" {
			return v, wrong
		}
	}
	return v, ""
}

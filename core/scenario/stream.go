package scenario

import "strconv"

// What a stream has if its line does not say: 16 GiB to choose from in pieces of
// 8 sectors, and jumps of at most a thousand pieces.
const (
	defaultSeed    = 1
	defaultSpan    = 1 << 25
	defaultJumpMax = 1024
)

var streamWords = []string{"+8", "seed", "count", "from", "span", "jump", "jump_max",
	"every", "wait_each", "wait_left", "plug_each", "sync", "meta", "ahead"}

// readStream reads read|write random|sequential +N and settings in any order.
func readStream(a *args, op *Op) {
	op.IO.Write = a.choose("direction", []string{"read", "write"}) == "write"
	p := &Pattern{Seed: defaultSeed}
	p.Random = a.choose("pattern", []string{"random", "sequential"}) == "random"
	if p.Random {
		p.Span = defaultSpan
	}
	op.Stream = p
	for a.more() {
		readStreamWord(a, op, a.next(""))
	}
	switch {
	case op.IO.Sectors == 0:
		a.fail(a.peek(), "the length is missing, as in +8")
	case op.IO.Count == 0:
		a.fail(a.peek(), "the number of bios is missing, as in count=64")
	}
}

func readStreamWord(a *args, op *Op, w token) {
	p := op.Stream
	if w.text[0] == '+' {
		op.IO.Sectors = readLength(a, w)
		return
	}
	if readFlag(w.text, &op.IO) {
		return
	}
	key, value, found := cutAt(w.text, '=')
	if !found && key == "every" { // as people say it: every 200us
		w = a.next("a time like 200us")
		value, found = w.text, true
	}
	if !found {
		a.unknown(w, quote(w.text)+" is not known here", key, streamWords)
		return
	}
	switch key {
	case "seed":
		seed, ok := parseUint(value)
		if !ok || seed == 0 {
			a.refuse(w, ": a seed is a whole number from 1")
		}
		p.Seed = seed
	case "count":
		op.IO.Count = a.number(w, value, "the number of bios", 1, BiosMax)
	case "from":
		op.IO.Sector = a.number(w, value, "a sector", 0, SectorMax-1)
	case "span":
		needPattern(a, w, p.Random, "random")
		p.Span = a.number(w, value, "a span", 1, SectorMax)
	case "jump":
		needPattern(a, w, !p.Random, "sequential")
		one, many, slashed := cutAt(value, '/')
		if !slashed || one != "1" {
			a.refuse(w, ": write a jump as its chance, jump=1/64")
		}
		p.JumpOneIn = a.number(w, many, "the chance of a jump, one in,", 1, QueueValueMax)
		if p.JumpMax == 0 {
			p.JumpMax = defaultJumpMax
		}
	case "jump_max":
		needPattern(a, w, !p.Random, "sequential")
		p.JumpMax = a.number(w, value, "the longest jump", 1, QueueValueMax)
	case "every":
		p.EveryNs = a.time(w, value)
	case "wait_each":
		p.WaitEach = a.number(w, value, "a number of bios", 1, BiosMax)
	case "wait_left":
		p.WaitLeft = a.number(w, value, "a number of bios", 0, BiosMax)
	case "plug_each":
		p.PlugEach = a.number(w, value, "a number of bios", 1, BiosMax)
	default:
		a.unknown(w, quote(w.text)+" is not known here", key, streamWords)
	}
}

func needPattern(a *args, w token, has bool, pattern string) {
	if !has {
		a.refuse(w, " is for "+pattern+" streams only")
	}
}

func appendStream(b []byte, op *Op) []byte {
	p := op.Stream
	if op.IO.Write {
		b = append(b, " write"...)
	} else {
		b = append(b, " read"...)
	}
	if p.Random {
		b = append(b, " random"...)
	} else {
		b = append(b, " sequential"...)
	}
	if p.Random || p.JumpOneIn > 0 || p.Seed != defaultSeed {
		b = strconv.AppendUint(append(b, " seed="...), p.Seed, 10)
	}
	b = appendSetting(b, "count", op.IO.Count)
	b = strconv.AppendInt(append(b, " +"...), op.IO.Sectors, 10)
	if op.IO.Sector != 0 {
		b = appendSetting(b, "from", op.IO.Sector)
	}
	if p.Random && p.Span != defaultSpan {
		b = appendSetting(b, "span", p.Span)
	}
	if p.JumpOneIn > 0 {
		b = strconv.AppendInt(append(b, " jump=1/"...), p.JumpOneIn, 10)
	}
	if p.JumpMax > 0 && (p.JumpOneIn == 0 || p.JumpMax != defaultJumpMax) {
		b = appendSetting(b, "jump_max", p.JumpMax)
	}
	b = appendFlags(b, &op.IO)
	if p.EveryNs > 0 {
		b = appendTime(append(b, " every "...), p.EveryNs)
	}
	if p.WaitEach > 0 {
		b = appendSetting(b, "wait_each", p.WaitEach)
	}
	if p.WaitLeft > 0 {
		b = appendSetting(b, "wait_left", p.WaitLeft)
	}
	if p.PlugEach > 0 {
		b = appendSetting(b, "plug_each", p.PlugEach)
	}
	return b
}

// appendSetting writes " name=value".
func appendSetting(b []byte, name string, value int64) []byte {
	b = append(append(append(b, ' '), name...), '=')
	return strconv.AppendInt(b, value, 10)
}

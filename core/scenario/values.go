package scenario

import "strconv"

// units of time, longest first, as the text writes them.
var units = [...]struct {
	word string
	ns   int64
}{{"s", 1_000_000_000}, {"ms", 1_000_000}, {"us", 1_000}, {"ns", 1}}

// unitNs returns the ns of a unit's word, 0 if it is none.
func unitNs(word string) int64 {
	for _, u := range units {
		if u.word == word {
			return u.ns
		}
	}
	return 0
}

// time reads the text of w as a time: 5ms, 1.5us, 0.
func (a *args) time(w token, text string) int64 {
	if a.failed != nil {
		return 0
	}
	cut := 0
	for cut < len(text) && (text[cut]-'0' <= 9 || text[cut] == '.') {
		cut++
	}
	number, unit := text[:cut], text[cut:]
	ns := unitNs(unit)
	switch {
	case number == "":
		a.refuse(w, " is no time; write it like 5ms, 200us or 1s")
	case unit == "" && number == "0":
	case unit == "":
		a.refuse(w, " has no unit; write "+number+"ns, "+number+"us, "+number+"ms or "+number+"s")
	case ns == 0:
		a.refuse(w, ": unknown unit "+quote(unit)+oneOf(unit, []string{"ns", "us", "ms", "s"}))
	default:
		return a.scaled(w, number, ns, TimeMaxNs)
	}
	return 0
}

// scaled reads a decimal number times unit as a whole number within 0..most.
func (a *args) scaled(w token, number string, unit, most int64) int64 {
	whole, fraction, dotted := cutAt(number, '.')
	v, ok := parseInt(whole)
	if !digits(whole) || whole[0] == '+' || whole[0] == '-' || dotted && (!digits(fraction) || fraction[0] == '+' || fraction[0] == '-') {
		a.refuse(w, ": "+quote(number)+" is no number")
		return 0
	}
	if !ok || v > most/unit {
		a.refuse(w, " is too long; the longest is "+timeText(most))
		return 0
	}
	v *= unit
	for _, digit := range fraction {
		unit /= 10
		if unit == 0 && digit != '0' {
			a.refuse(w, " is finer than a nanosecond")
			return 0
		}
		v += int64(digit-'0') * unit
	}
	if v > most {
		a.refuse(w, " is too long; the longest is "+timeText(most))
		return 0
	}
	return v
}

// timeText writes ns in the longest unit that gives a whole number.
func timeText(ns int64) string { return string(appendTime(nil, ns)) }

func appendTime(b []byte, ns int64) []byte {
	if ns == 0 {
		return append(b, '0')
	}
	for _, u := range units {
		if ns%u.ns == 0 {
			return append(strconv.AppendInt(b, ns/u.ns, 10), u.word...)
		}
	}
	return b
}

// ioprioClasses are the words of the classes, by number.
var ioprioClasses = [...]string{"none", "rt", "be", "idle"}

// ioprio reads the text of w as an I/O priority: be/4, rt/0, idle, none.
func (a *args) ioprio(w token, text string) IOPrio {
	if a.failed != nil {
		return IOPrio{}
	}
	word, level, leveled := cutAt(text, '/')
	prio := IOPrio{Class: index(ioprioClasses[:], word)}
	if prio.Class < 0 {
		a.refuse(w, " is no ioprio; write rt/0 to rt/7, be/0 to be/7, idle or none")
		return IOPrio{}
	}
	most := int64(7)
	switch word {
	case "none":
		most = 0
	case "rt", "be":
		if !leveled {
			a.refuse(w, " has no level; write "+word+"/0 (first) to "+word+"/7 (last)")
		}
	}
	if leveled {
		prio.Data = int(a.number(w, level, "the level of "+word, 0, most))
	}
	return prio
}

func appendIOPrio(b []byte, p IOPrio) []byte {
	b = append(b, ioprioClasses[p.Class]...)
	if p.Data != 0 || p.Class == 1 || p.Class == 2 {
		b = append(b, '/')
		b = strconv.AppendInt(b, int64(p.Data), 10)
	}
	return b
}

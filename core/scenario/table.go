package scenario

import "strconv"

// ServiceTable is how long a device takes from D to C, by a request's length and by
// how far it is from the end of the one before.
type ServiceTable struct {
	Sizes, Seeks []int64 // upper bounds of classes, in sectors, ascending; the last class holds all beyond
	Read, Write  []int64 // ns; of size class i and seek class k: [i*len(Seeks)+k]
}

// tableModel is the device that has one.
const tableModel = "table"

// tableClassesMax is how many classes there may be of either kind.
const tableClassesMax = 16

// defaultTable takes as long for everything.
var defaultTable = ServiceTable{Sizes: []int64{8}, Seeks: []int64{0}, Read: []int64{100_000}, Write: []int64{100_000}}

// tableKeys are its lists: classes, then times.
var tableKeys = [...]deviceKey{
	{before: "sizes"}, {before: "seeks"},
	{before: "read_", time: true, units: []string{"us", "ns"}},
	{before: "write_", time: true, units: []string{"us", "ns"}},
}

// list returns list i of tableKeys.
func (t *ServiceTable) list(i int) *[]int64 {
	switch i {
	case 0:
		return &t.Sizes
	case 1:
		return &t.Seeks
	case 2:
		return &t.Read
	}
	return &t.Write
}

// readList reads a list of t if key is one's, and reports whether it is.
func (t *ServiceTable) readList(a *args, w token, key, value string) (is bool) {
	for i := range tableKeys {
		unit := tableKeys[i].match(key)
		if unit == 0 {
			continue
		}
		var list []int64
		for more := true; more && a.failed == nil; {
			var one string
			one, value, more = cutAt(value, ',')
			if tableKeys[i].time {
				list = append(list, a.scaled(w, one, unit, TimeMaxNs))
			} else {
				list = append(list, a.number(w, one, "a number of sectors", 0, SectorMax))
			}
			if len(list) > tableClassesMax*tableClassesMax {
				a.fail(w, key+" has too many numbers")
			}
		}
		*t.list(i) = list
		if i == 2 {
			t.Write = list // unless the line says otherwise behind it
		}
		return true
	}
	return false
}

// wrong says what is wrong with t, "" if nothing is.
func (t *ServiceTable) wrong() string {
	for i, list := range [...][]int64{t.Sizes, t.Seeks} {
		word := tableKeys[i].before
		if len(list) == 0 || len(list) > tableClassesMax {
			return word + " has 1 to " + strconv.Itoa(tableClassesMax) + " classes"
		}
		for k := range list {
			if list[k] < 0 || list[k] > SectorMax || k > 0 && list[k] <= list[k-1] {
				return word + " ascend"
			}
		}
	}
	for i, list := range [...][]int64{t.Read, t.Write} {
		word := tableKeys[2+i].before
		if want := len(t.Sizes) * len(t.Seeks); len(list) != want {
			return word + "ns has " + strconv.Itoa(len(list)) + " times; sizes and seeks make " + strconv.Itoa(want)
		}
		for _, v := range list {
			if v < 1 || v > TimeMaxNs {
				return word + "ns: a time is 1ns to " + timeText(TimeMaxNs)
			}
		}
	}
	return ""
}

// append writes t as a device line has it.
func (t *ServiceTable) append(b []byte) []byte {
	for i := range tableKeys {
		k, list := &tableKeys[i], *t.list(i)
		if i == 3 && equal(list, t.Read) {
			break
		}
		unit := int64(1)
		word := k.before
		if k.time {
			at := 0 // us if they all are whole ones
			for _, v := range list {
				if v%unitNs(k.units[0]) != 0 {
					at = 1
				}
			}
			unit, word = unitNs(k.units[at]), k.name(at)
		}
		b = append(append(append(b, ' '), word...), '=')
		for n, v := range list {
			if n > 0 {
				b = append(b, ',')
			}
			b = strconv.AppendInt(b, v/unit, 10)
		}
	}
	return b
}

func equal(a, b []int64) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		if a[i] != b[i] {
			return false
		}
	}
	return true
}

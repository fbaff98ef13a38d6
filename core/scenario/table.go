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

// tableKeys are its lists. A table is written by programs: its times have one unit.
var tableKeys = [...]string{"sizes", "seeks", "read_ns", "write_ns"}

func (t *ServiceTable) lists() [len(tableKeys)]*[]int64 {
	return [...]*[]int64{&t.Sizes, &t.Seeks, &t.Read, &t.Write}
}

// readList reads a list of t if key is one's, and reports whether it is.
func (t *ServiceTable) readList(a *args, w token, key, value string) (is bool) {
	at := index(tableKeys[:], key)
	if at < 0 {
		return false
	}
	var list []int64
	for more := true; more && a.failed == nil && len(list) <= tableClassesMax*tableClassesMax; {
		var one string
		one, value, more = cutAt(value, ',')
		list = append(list, a.number(w, one, key, 0, SectorMax))
	}
	*t.lists()[at] = list
	if at == 2 {
		t.Write = list // unless the line says otherwise behind it
	}
	return true
}

// wrongTable says what a table is that [ServiceTable.ok] takes.
const wrongTable = "device table: sizes and seeks are 1 to 16 numbers each, ascending, and read_ns and write_ns have a time above 0 for each pair"

// ok reports whether t is complete and in order.
func (t *ServiceTable) ok() bool {
	for i, list := range t.lists() {
		most := tableClassesMax
		if i > 1 {
			most = len(t.Sizes) * len(t.Seeks)
		}
		n := len(*list)
		if n < 1 || n > most || i > 1 && n != most {
			return false
		}
		for k, v := range *list {
			switch {
			case v < 0, v > SectorMax, i < 2 && k > 0 && v <= (*list)[k-1], i > 1 && (v < 1 || v > TimeMaxNs):
				return false
			}
		}
	}
	return true
}

// append writes t as a device line has it.
func (t *ServiceTable) append(b []byte) []byte {
	for i, list := range t.lists() {
		separator := byte('=')
		b = append(append(b, ' '), tableKeys[i]...)
		for _, v := range *list {
			b = strconv.AppendInt(append(b, separator), v, 10)
			separator = ','
		}
	}
	return b
}

package sweep

import (
	"errors"
	"strconv"
	"strings"
)

// ParseAxis reads NAME=VALUES, where VALUES are words or numbers apart from each
// other by commas. FROM..TO stands for all numbers of that range, FROM..TO:STEP
// for each STEPth of them.
func ParseAxis(text string) (Axis, error) {
	name, list, found := strings.Cut(text, "=")
	if !found || name == "" || list == "" {
		return Axis{}, errors.New(strconv.Quote(text) + " is not of the form name=1,2,4 or name=1..32")
	}
	a := Axis{Name: name}
	for word := range strings.SplitSeq(list, ",") {
		values, err := valuesOf(word)
		if err != nil {
			return Axis{}, errors.New(name + ": " + err.Error())
		}
		if len(a.Values)+len(values) > CellsMax {
			return Axis{}, errors.New(name + ": more than " + strconv.Itoa(CellsMax) + " values")
		}
		a.Values = append(a.Values, values...)
	}
	return a, nil
}

func valuesOf(word string) ([]string, error) {
	from, rest, ranged := strings.Cut(word, "..")
	if word == "" {
		return nil, errors.New("a value is missing")
	}
	if !ranged {
		return []string{word}, nil
	}
	to, every, stepped := strings.Cut(rest, ":")
	if !stepped {
		every = "1"
	}
	first, err1 := strconv.ParseInt(from, 10, 64)
	last, err2 := strconv.ParseInt(to, 10, 64)
	step, err3 := strconv.ParseInt(every, 10, 64)
	switch {
	case err1 != nil || err2 != nil || err3 != nil:
		return nil, errors.New(strconv.Quote(word) + " is no range like 1..32 or 0..100:10")
	case step < 1 || last < first:
		return nil, errors.New(strconv.Quote(word) + " is an empty range")
	case uint64(last-first)/uint64(step) >= CellsMax:
		return nil, errors.New(strconv.Quote(word) + " has more than " + strconv.Itoa(CellsMax) + " values")
	}
	var list []string
	for v := first; v <= last && v >= first; v += step {
		list = append(list, strconv.FormatInt(v, 10))
	}
	return list, nil
}

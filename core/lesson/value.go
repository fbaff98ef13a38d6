package lesson

import (
	"strconv"
	"strings"
)

// Type is what an expression gives.
type Type uint8

// Types. A list has one of the first four as its elements'.
const (
	NoType Type = iota
	Int
	Time // ns
	Bool
	Word
	list // added to the type of a list's elements
)

// ListOf returns the type of a list of elements of type t.
func ListOf(t Type) Type { return list + t }

// List reports whether t is a list, and of what.
func (t Type) List() (element Type, ok bool) { return t - min(t, list), t > list }

var typeNames = [...]string{"nothing", "a number", "a time", "yes or no", "a word"}

func (t Type) String() string {
	switch t {
	case ListOf(Int):
		return "a list of numbers"
	case ListOf(Time):
		return "a list of times"
	case ListOf(Bool):
		return "a list of yes and no"
	case ListOf(Word):
		return "a list of words"
	}
	if int(t) < len(typeNames) {
		return typeNames[t]
	}
	return "a list of nothing"
}

// Value is what an expression gave.
type Value struct {
	Type Type
	N    int64  // Int; Time: ns; Bool: 0 or 1
	Word string // Word
	List []Value
}

func number(n int64) Value  { return Value{Type: Int, N: n} }
func nanos(ns int64) Value  { return Value{Type: Time, N: ns} }
func word(w string) Value   { return Value{Type: Word, Word: w} }
func (v *Value) true() bool { return v.N != 0 }
func truth(yes bool) Value {
	if yes {
		return Value{Type: Bool, N: 1}
	}
	return Value{Type: Bool}
}

func equal(a, b *Value) bool {
	if a.N != b.N || a.Word != b.Word || len(a.List) != len(b.List) {
		return false
	}
	for i := range a.List {
		if !equal(&a.List[i], &b.List[i]) {
			return false
		}
	}
	return true
}

// less orders numbers, times and words.
func less(a, b *Value) bool {
	if a.Type == Word {
		return a.Word < b.Word
	}
	return a.N < b.N
}

// String returns v as answers are written: 4, 2.5 ms, yes, 300 400.
func (v Value) String() string { return string(v.append(nil)) }

func (v *Value) append(b []byte) []byte {
	switch v.Type {
	case Int:
		return strconv.AppendInt(b, v.N, 10)
	case Time:
		return append(appendMs(b, v.N), " ms"...)
	case Bool:
		if v.true() {
			return append(b, "yes"...)
		}
		return append(b, "no"...)
	case Word:
		return append(b, v.Word...)
	}
	element, _ := v.Type.List()
	for i := range v.List {
		if i > 0 {
			b = append(b, ' ')
		}
		if element == Time {
			b = appendMs(b, v.List[i].N)
		} else {
			b = v.List[i].append(b)
		}
	}
	if element == Time {
		b = append(b, " ms"...)
	}
	return b
}

// appendMs writes ns as milliseconds, with as many decimals as it needs.
func appendMs(b []byte, ns int64) []byte {
	if ns < 0 {
		b, ns = append(b, '-'), -ns
	}
	b = strconv.AppendInt(b, ns/1_000_000, 10)
	if ns %= 1_000_000; ns > 0 {
		digits := strconv.FormatInt(1_000_000+ns, 10)[1:]
		b = append(append(b, '.'), strings.TrimRight(digits, "0")...)
	}
	return b
}

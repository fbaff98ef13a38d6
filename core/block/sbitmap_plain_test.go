package block

import (
	"math/rand"
	"testing"
)

// plainBitmap is a sbitmap bit by bit, without what [Bitmap] does to be quick.
//
// Linux 6.18: lib/sbitmap.c, include/linux/sbitmap.h.
type plainBitmap struct {
	depth, perWord, hint int
	word, cleared        []bool
}

func newPlain(depth int) *plainBitmap {
	p := &plainBitmap{depth: depth, perWord: 64}
	for depth >= 4 && 4*p.perWord > depth {
		p.perWord /= 2
	}
	n := (depth + p.perWord - 1) / p.perWord * p.perWord
	p.word, p.cleared = make([]bool, n), make([]bool, n)
	return p
}

func (p *plainBitmap) words() int { return (p.depth + p.perWord - 1) / p.perWord }

// deferredClear is sbitmap_deferred_clear(): it reports whether there was anything to clear.
func (p *plainBitmap) deferredClear(word int) (any bool) {
	for bit := word * p.perWord; bit < (word+1)*p.perWord; bit++ {
		if p.cleared[bit] {
			p.cleared[bit], p.word[bit], any = false, false, true
		}
	}
	return any
}

// limit is __map_depth_with_shallow().
func (p *plainBitmap) limit(word, shallow int) int {
	bits := p.perWord
	if word == p.words()-1 {
		bits = p.depth - word*p.perWord
	}
	if shallow >= p.depth {
		return bits
	}
	n := bits * shallow / p.depth
	if bits*shallow%p.depth >= (word+1)*bits {
		n++
	}
	return n
}

// search is __sbitmap_get_word().
func (p *plainBitmap) search(word, limit, hint int) int {
	for _, from := range []int{hint, 0} {
		for bit := from; bit < limit; bit++ {
			if at := word*p.perWord + bit; !p.word[at] {
				p.word[at] = true
				return at
			}
		}
	}
	return -1
}

// get is sbitmap_get() or, with shallow above 0, sbitmap_get_shallow().
func (p *plainBitmap) get(shallow int) int {
	if p.hint >= p.depth {
		p.hint = 0
	}
	word, hint := p.hint/p.perWord, 0
	if shallow > 0 {
		hint = p.hint % p.perWord
	} else {
		shallow = p.depth
	}
	nr := -1
	for i := 0; i < p.words() && nr < 0; i++ {
		limit := p.limit(word, shallow)
		for nr = p.search(word, limit, hint); nr < 0 && p.deferredClear(word); {
			nr = p.search(word, limit, hint)
		}
		word, hint = (word+1)%p.words(), 0
	}
	switch {
	case nr < 0:
		p.hint = 0
	case nr == p.hint:
		if p.hint = nr + 1; p.hint >= p.depth-1 {
			p.hint = 0
		}
	}
	return nr
}

func (p *plainBitmap) put(nr int) {
	p.cleared[nr] = true
	if nr < p.depth {
		p.hint = nr
	}
}

func (p *plainBitmap) resize(depth int) {
	for word := range p.words() {
		p.deferredClear(word)
	}
	p.depth = depth
}

// TestBitmapGivesWhatThePlainOneGives: the same bits in the same order, at odd sizes, with limits, and when
// the depth changes with bits out beyond it.
func TestBitmapGivesWhatThePlainOneGives(t *testing.T) {
	for _, made := range []int{1, 2, 3, 4, 5, 7, 16, 31, 32, 33, 63, 64, 65, 100, 127, 128, 255, 256, 300, 1024} {
		for seed := range int64(6) {
			roll := rand.New(rand.NewSource(seed*1_000_003 + int64(made)))
			var b Bitmap
			b.Init(made)
			p := newPlain(made)
			var out []int
			limits := []int{0, 1, (made*3 + 3) / 4, made/2 + 1}
			hold := 1 + roll.Intn(made) // about so many are out
			for step := range 3000 {
				switch r := roll.Intn(100); {
				case r == 0 && seed%2 == 1:
					depth := 1 + roll.Intn(made)
					b.Resize(depth)
					p.resize(depth)
				case len(out) > 0 && (r < 50) == (len(out) >= hold) && r < 95:
					i := roll.Intn(len(out))
					b.Clear(out[i])
					p.put(out[i])
					out[i] = out[len(out)-1]
					out = out[:len(out)-1]
				default:
					limit := limits[roll.Intn(len(limits))]
					got, want := 0, p.get(limit)
					if limit == 0 {
						got = b.Get()
					} else {
						got = b.GetShallow(limit)
					}
					if got != want {
						t.Fatalf("made %d, seed %d, step %d, depth %d, limit %d: bit %d, want %d", made, seed, step, p.depth, limit, got, want)
					}
					if got >= 0 {
						out = append(out, got)
					}
				}
				if b.Out() != len(out) {
					t.Fatalf("made %d, seed %d, step %d: %d bits out, want %d", made, seed, step, b.Out(), len(out))
				}
			}
		}
	}
}

package soak

// chance is xorshift64: a scenario is its seed, here and anywhere.
type chance uint64

// newChance returns the chance of a seed; seeds that differ a little give chances
// that differ a lot.
func newChance(seed uint64) *chance {
	c := chance((seed + 1) * 0x9E3779B97F4A7C15)
	if c == 0 {
		c = 1
	}
	for range 8 { // the first numbers of seeds that are near each other are alike
		c.below(1)
	}
	return &c
}

// below returns a number from 0 to n-1.
func (c *chance) below(n int64) int64 {
	*c ^= *c << 13
	*c ^= *c >> 7
	*c ^= *c << 17
	return int64(uint64(*c>>1) % uint64(n))
}

// one is true once in n.
func (c *chance) one(n int64) bool { return c.below(n) == 0 }

// of returns one of list.
func of[T any](c *chance, list ...T) T { return list[c.below(int64(len(list)))] }

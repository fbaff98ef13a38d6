package difference

import "slices"

// Order compares in which order requests were dispatched, bio by bio.
type Order struct {
	Bios int // dispatched on both sides
	Same int // of them in the same order: as many as can stay where they are while the others move

	Together int // bios that share a request with the same bio before them, or with none, on both sides

	// The first request that differs: which bio is its first. -1: there is none.
	First                   int
	RealNext, SimulatedNext Dispatch
}

// pair is where a bio was dispatched on either side.
type pair struct{ real, simulated int32 }

// compare compares the dispatches of bios that are on both sides.
func compare(real, simulated *side, pairs []pair) Order {
	o := Order{Bios: len(pairs), First: none}
	o.Together = together(pairs)
	a, b := leads(pairs, func(p pair) int32 { return p.real }), leads(pairs, func(p pair) int32 { return p.simulated })
	for i := range min(len(a), len(b)) {
		if a[i].bio != b[i].bio {
			o.First = i
			o.RealNext, o.SimulatedNext = real.dispatch[a[i].place], simulated.dispatch[b[i].place]
			break
		}
	}
	sorted := slices.Clone(pairs)
	slices.SortStableFunc(sorted, func(x, y pair) int {
		if x.real != y.real {
			return int(x.real - y.real)
		}
		return int(x.simulated - y.simulated)
	})
	o.Same = longestAscending(sorted)
	return o
}

// lead is a request: its place in the order, and its first bio.
type lead struct {
	place int32
	bio   int
}

// leads returns the requests of one side in order.
func leads(pairs []pair, of func(pair) int32) []lead {
	list := make([]lead, 0, len(pairs))
	for i, p := range pairs {
		list = append(list, lead{of(p), i})
	}
	slices.SortStableFunc(list, func(x, y lead) int { return int(x.place - y.place) })
	return slices.CompactFunc(list, func(x, y lead) bool { return x.place == y.place })
}

// together counts the bios whose last companion before them is the same on both sides.
func together(pairs []pair) int {
	n := 0
	lastReal, lastSimulated := map[int32]int{}, map[int32]int{}
	for i, p := range pairs {
		a, inA := lastReal[p.real]
		b, inB := lastSimulated[p.simulated]
		if inA == inB && a == b {
			n++
		}
		lastReal[p.real], lastSimulated[p.simulated] = i, i
	}
	return n
}

// longestAscending returns the length of the longest part of list whose simulated
// places do not descend.
func longestAscending(list []pair) int {
	var tails []int32 // the least end of an ascent of each length
	for _, p := range list {
		i, _ := slices.BinarySearchFunc(tails, p.simulated, func(tail, v int32) int {
			if tail <= v {
				return -1
			}
			return 1
		})
		if i == len(tails) {
			tails = append(tails, p.simulated)
		} else {
			tails[i] = p.simulated
		}
	}
	return len(tails)
}

package block

const (
	hashBits = 8
	hashSize = 1 << hashBits
)

// MergeHash finds requests by the sector behind their end. Of several with the
// same end the one put in last is found first.
//
// Linux 2.6.24, 4.4: block/elevator.c:elv_rqhash_add(), elv_rqhash_find(). Unlike
// Linux, which has 64 chains, this has 256: nothing but speed depends on it.
type MergeHash struct{ chains [hashSize]*Request }

func hashChain(end int64) uint64 {
	return uint64(end>>3) * 0x9E3779B97F4A7C15 >> (64 - hashBits)
}

// Add puts rq in by its end, as the newest.
//
// Preconditions: rq is not in the hash.
func (h *MergeHash) Add(rq *Request) {
	if rq.Flags&Hashed != 0 {
		panic("block: MergeHash.Add: request is hashed already")
	}
	rq.Flags |= Hashed
	rq.hashKey = rq.End()
	chain := &h.chains[hashChain(rq.hashKey)]
	rq.hashPrev, rq.hashNext = nil, *chain
	if *chain != nil {
		(*chain).hashPrev = rq
	}
	*chain = rq
}

// Remove takes rq out if it is in.
func (h *MergeHash) Remove(rq *Request) {
	if rq.Flags&Hashed == 0 {
		return
	}
	rq.Flags &^= Hashed
	if rq.hashPrev != nil {
		rq.hashPrev.hashNext = rq.hashNext
	} else {
		h.chains[hashChain(rq.hashKey)] = rq.hashNext
	}
	if rq.hashNext != nil {
		rq.hashNext.hashPrev = rq.hashPrev
	}
	rq.hashPrev, rq.hashNext = nil, nil
}

// Rehash puts rq in anew by its present end, as the newest.
func (h *MergeHash) Rehash(rq *Request) {
	h.Remove(rq)
	h.Add(rq)
}

// Find returns the newest mergeable request that ends at sector, nil if there is
// none. Requests of the chain it passes that are no longer mergeable are taken out.
func (h *MergeHash) Find(sector int64) *Request {
	for rq := h.chains[hashChain(sector)]; rq != nil; {
		next := rq.hashNext
		if !rq.Mergeable() {
			h.Remove(rq)
		} else if rq.hashKey == sector {
			return rq
		}
		rq = next
	}
	return nil
}

package block

// MergeHash finds requests by the sector behind their end. Of several with the
// same end the one put in last is found first. The zero value is an empty hash.
//
// Linux 2.6.24, 4.4: block/elevator.c:elv_rqhash_add(), elv_rqhash_find(). Unlike
// Linux, which has 64 chains, this has as many as it needs: nothing but speed
// depends on it.
type MergeHash struct {
	chains []*Request // as many as a power of two, or none
	shift  uint8      // 64 less that power
	n      int        // requests
}

const hashBitsMin = 8

// chain returns where requests that end at sector are.
//
// Preconditions: there are chains.
func (h *MergeHash) chain(end int64) **Request {
	return &h.chains[uint64(end>>3)*0x9E3779B97F4A7C15>>h.shift]
}

// Add puts rq in by its end, as the newest.
//
// Preconditions: rq is not in the hash.
func (h *MergeHash) Add(rq *Request) {
	if rq.Flags&Hashed != 0 {
		panic("block: MergeHash.Add: request is hashed already")
	}
	if h.n == len(h.chains) {
		h.grow()
	}
	h.n++
	rq.Flags |= Hashed
	rq.hashKey = rq.End()
	h.push(rq)
}

// push puts rq at the head of its chain.
func (h *MergeHash) push(rq *Request) {
	chain := h.chain(rq.hashKey)
	rq.hashPrev, rq.hashNext = nil, *chain
	if *chain != nil {
		(*chain).hashPrev = rq
	}
	*chain = rq
}

// grow doubles the chains. Requests with the same end keep their order.
func (h *MergeHash) grow() {
	old := h.chains
	if len(old) == 0 {
		h.chains, h.shift = make([]*Request, 1<<hashBitsMin), 64-hashBitsMin
		return
	}
	h.chains = make([]*Request, 2*len(old))
	h.shift--
	for _, rq := range old {
		if rq == nil {
			continue
		}
		for rq.hashNext != nil {
			rq = rq.hashNext
		}
		for rq != nil { // the oldest first
			newer := rq.hashPrev
			h.push(rq)
			rq = newer
		}
	}
}

// Remove takes rq out if it is in.
func (h *MergeHash) Remove(rq *Request) {
	if rq.Flags&Hashed == 0 {
		return
	}
	rq.Flags &^= Hashed
	h.n--
	if rq.hashPrev != nil {
		rq.hashPrev.hashNext = rq.hashNext
	} else {
		*h.chain(rq.hashKey) = rq.hashNext
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
	if h.n == 0 {
		return nil
	}
	for rq := *h.chain(sector); rq != nil; {
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

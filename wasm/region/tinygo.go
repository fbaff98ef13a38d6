//go:build gc.none

package region

import "unsafe"

// Region is memory that is freed as a whole; the zero Region is empty.
type Region struct {
	chunks *chunk // the newest first
}

// chunk is the head of a piece of a region, or of a piece that is free.
type chunk struct {
	next *chunk
	size uintptr // with this head, in bytes: whole pages
	used uintptr // of a region's: with this head
}

const (
	page     = 64 << 10
	headSize = (unsafe.Sizeof(chunk{}) + 7) &^ 7
	// growth is the least number of pages that the memory grows by.
	growth = 16
)

var (
	lasting Region // what is allocated before any Enter
	current = &lasting
	at, end uintptr // free bytes of the current region's newest chunk
	free    *chunk  // by address; all zeros but for their heads
)

// Enter lets what is allocated from now on lie in r.
func (r *Region) Enter() {
	if c := current.chunks; c != nil {
		c.used = at - address(c)
	}
	current = r
	at, end = 0, 0
	if c := r.chunks; c != nil {
		at, end = address(c)+c.used, address(c)+c.size
	}
}

// Free gives back all that lies in r, which is empty then.
func (r *Region) Free() {
	r.Enter()
	for c := r.chunks; c != nil; {
		next := c.next
		size := c.size
		clear(unsafe.Slice((*byte)(unsafe.Pointer(c)), c.used))
		c.size = size
		release(c)
		c = next
	}
	r.chunks = nil
	at, end = 0, 0
}

// alloc returns size bytes of zeros.
//
//go:linkname alloc runtime.alloc
//go:noinline
func alloc(size uintptr, layout unsafe.Pointer) unsafe.Pointer {
	if size == 0 {
		return unsafe.Pointer(&lasting) // nothing is read or written there; it is not nil
	}
	size = (size + 7) &^ 7
	p := at
	if size > end-p {
		p = more(size)
	}
	at = p + size
	return unsafe.Pointer(p)
}

// more gives the current region a chunk for size bytes and returns where they begin.
//
//go:noinline
func more(size uintptr) uintptr {
	if c := current.chunks; c != nil {
		c.used = at - address(c)
	}
	c := take((size + headSize + page - 1) &^ (page - 1))
	c.next = current.chunks
	current.chunks = c
	end = address(c) + c.size
	return address(c) + headSize
}

// take returns a chunk of size bytes: the first that fits, or new memory.
func take(size uintptr) *chunk {
	for {
		for link := &free; *link != nil; link = &(*link).next {
			c := *link
			if c.size < size {
				continue
			}
			*link = c.next
			if rest := c.size - size; rest > 0 {
				tail := chunkAt(address(c) + size)
				tail.size = rest
				tail.next = c.next
				*link = tail
				c.size = size
			}
			c.next = nil
			return c
		}
		grow(size)
	}
}

// release puts c among the free chunks and joins it with its neighbours.
func release(c *chunk) {
	link := &free
	var before *chunk
	for *link != nil && address(*link) < address(c) {
		before = *link
		link = &before.next
	}
	c.used = 0
	c.next = *link
	*link = c
	c.join()
	if before != nil {
		before.join()
	}
}

// join makes one chunk of c and the free chunk after it, if that begins where c ends.
func (c *chunk) join() {
	if n := c.next; n != nil && address(c)+c.size == address(n) {
		c.size += n.size
		c.next = n.next
		*n = chunk{}
	}
}

// grow makes the memory larger by size bytes or more.
func grow(size uintptr) {
	pages := max(int32(size/page), growth)
	from := memoryGrow(0, pages)
	if from < 0 {
		panic("region: out of memory")
	}
	c := chunkAt(uintptr(from) * page)
	c.size = uintptr(pages) * page
	release(c)
}

func address(c *chunk) uintptr { return uintptr(unsafe.Pointer(c)) }

func chunkAt(p uintptr) *chunk { return (*chunk)(unsafe.Pointer(p)) }

// memoryGrow is the instruction: it returns the pages there were, or -1.
//
//export llvm.wasm.memory.grow.i32
func memoryGrow(memory, pages int32) int32

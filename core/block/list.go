package block

// RequestList is a doubly linked list through the requests themselves.
// The zero value is an empty list. Misuse panics.
type RequestList struct {
	head, tail *Request
	n          int
}

// Len returns the number of requests.
func (l *RequestList) Len() int { return l.n }

// Empty reports whether there is none.
func (l *RequestList) Empty() bool { return l.head == nil }

// First returns the head, nil if empty.
func (l *RequestList) First() *Request { return l.head }

// Last returns the tail, nil if empty.
func (l *RequestList) Last() *Request { return l.tail }

// Next returns the request behind rq in its list, nil at the end.
func (rq *Request) Next() *Request { return rq.next }

// Prev returns the request before rq in its list, nil at the head.
func (rq *Request) Prev() *Request { return rq.prev }

// OnList reports whether rq is on l.
func (rq *Request) OnList(l *RequestList) bool { return rq.list == l }

// Listed reports whether rq is on any list.
func (rq *Request) Listed() bool { return rq.list != nil }

// PushBack appends rq.
//
// Preconditions: rq is on no list.
func (l *RequestList) PushBack(rq *Request) { l.InsertAfter(rq, l.tail) }

// PushFront puts rq at the head.
//
// Preconditions: rq is on no list.
func (l *RequestList) PushFront(rq *Request) { l.InsertAfter(rq, nil) }

// InsertAfter puts rq behind pos, at the head if pos is nil.
//
// Preconditions: rq is on no list; pos is on l.
func (l *RequestList) InsertAfter(rq, pos *Request) {
	if rq.list != nil {
		panic("block: RequestList.InsertAfter: request is on a list already")
	}
	rq.list, rq.prev = l, pos
	if pos == nil {
		rq.next = l.head
		l.head = rq
	} else {
		if pos.list != l {
			panic("block: RequestList.InsertAfter: position is on another list")
		}
		rq.next = pos.next
		pos.next = rq
	}
	if rq.next == nil {
		l.tail = rq
	} else {
		rq.next.prev = rq
	}
	l.n++
}

// Remove takes rq off.
//
// Preconditions: rq is on l.
func (l *RequestList) Remove(rq *Request) {
	if rq.list != l {
		panic("block: RequestList.Remove: request is not on this list")
	}
	if rq.prev == nil {
		l.head = rq.next
	} else {
		rq.prev.next = rq.next
	}
	if rq.next == nil {
		l.tail = rq.prev
	} else {
		rq.next.prev = rq.prev
	}
	rq.list, rq.prev, rq.next = nil, nil, nil
	l.n--
}

// PopFront takes the head off and returns it, nil if empty.
func (l *RequestList) PopFront() *Request {
	rq := l.head
	if rq != nil {
		l.Remove(rq)
	}
	return rq
}

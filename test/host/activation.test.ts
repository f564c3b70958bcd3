// What starting costs: no request, no heavy code.

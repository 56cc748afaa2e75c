import Directives

/// In this room, a quantity is what the notebook names; `Networks` has another word for what a node stands for.
typealias Quantity = Directives.Quantity

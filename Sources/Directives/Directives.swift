// Directives

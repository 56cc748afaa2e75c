/// An index letter in LaTeX: `j`, `\ell`.
package typealias Letter = String

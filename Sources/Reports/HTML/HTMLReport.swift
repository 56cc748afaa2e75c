/// The report as a page for a browser.
package enum HTMLReport {}

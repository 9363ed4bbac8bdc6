package dev.migrator.internal.cli.output;

/**
 * The colours of the output, by their meaning.
 */
enum TextStyle {

	/** The id of a revision. */
	ID(33),

	/** The mark of a head. */
	HEAD(32),

	/** The mark of a version row. */
	CURRENT(36),

	/** A branch label. */
	LABEL(35),

	/** A warning. */
	WARNING(31);

	private final int code;

	TextStyle(int code) {
		this.code = code;
	}

	/**
	 * Returns the parameter that selects the colour on a terminal.
	 */
	int code() {
		return this.code;
	}

}

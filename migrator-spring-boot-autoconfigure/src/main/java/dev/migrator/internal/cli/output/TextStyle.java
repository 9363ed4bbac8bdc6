package dev.migrator.internal.cli.output;

/**
 * What is coloured in the output, by what it means.
 */
enum TextStyle {

	/** The id of a revision. */
	ID(33),

	/** That it is a head. */
	HEAD(32),

	/** That the database is at it. */
	CURRENT(36),

	/** A branch label. */
	LABEL(35),

	/** Something that somebody should look at. */
	WARNING(31);

	private final int code;

	TextStyle(int code) {
		this.code = code;
	}

	/**
	 * The parameter that selects the colour on a terminal.
	 */
	int code() {
		return this.code;
	}

}

package dev.migrator.internal.dialect.address;

import java.util.Set;

import javax.sql.DataSource;

import dev.migrator.problem.MigratorException;

/**
 * Thrown when the URL of a DataSource is one that the driver does not take, although it
 * is plain what is meant.
 */
public class MistakenUrlException extends MigratorException {

	private static final String SETTING = "The URL of the DataSource";

	private final String url;

	/**
	 * Without a cause: what the driver and pools say quotes the URL.
	 */
	private MistakenUrlException(UrlMistake mistake, String url) {
		super(mistake.of(SETTING),
				"Write it as:\n\n" + mistake.corrected(SETTING, url).properties("", "url", "username"));
		this.url = url;
	}

	public static void refuse(Set<UrlMistake> mistakes, DataSource dataSource) {
		DataSourceAddress.url(dataSource)
			.ifPresent((url) -> UrlMistake.in(url).filter(mistakes::contains).ifPresent((mistake) -> {
				throw new MistakenUrlException(mistake, url);
			}));
	}

	/**
	 * Tells which setting it is about.
	 * @param other a URL
	 * @return whether it is the one of the DataSource
	 */
	public boolean isAbout(String other) {
		return this.url.equals(other);
	}

}

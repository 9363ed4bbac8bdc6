package dev.migrator.internal.dialect.address;

import java.util.Set;

import javax.sql.DataSource;

import dev.migrator.problem.MigratorException;

/**
 * Thrown when the driver does not accept the URL of a DataSource, although its meaning is
 * clear.
 */
public class MistakenUrlException extends MigratorException {

	private static final String SETTING = "The URL of the DataSource";

	private final String url;

	/**
	 * Has no cause: the messages of the driver and of pools quote the URL.
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
	 * Returns whether a URL is the one of the DataSource.
	 * @param other a URL
	 * @return whether it is the one of the DataSource
	 */
	public boolean isAbout(String other) {
		return this.url.equals(other);
	}

}

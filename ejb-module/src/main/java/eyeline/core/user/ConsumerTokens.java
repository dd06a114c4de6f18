package eyeline.core.user;

import eyeline.core.account.Account;
import eyeline.core.account.AccountId;
import eyeline.core.account.Accounts;
import eyeline.core.result.RefusalReason;
import eyeline.core.result.Result;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.lang.JoseException;

/** The consumer's tokens: RS256 JWTs of this installation (protocol.md, 1.2 and 1.3). */
@Stateless
public class ConsumerTokens {
    /** A socket token: the documented sample's 13 years are not copied. */
    public static final Duration SOCKET_LIFE = Duration.ofHours(12);
    /** An identity token, and for how long after its end it can be prolonged (protocol.md, I3). */
    public static final Duration IDENTITY_LIFE = Duration.ofMinutes(10);
    public static final Duration IDENTITY_PROLONGABLE = Duration.ofHours(730);

    private static final String ISSUER = "eyeline";
    private static final String USE = "use";

    /** What a token that was shown to us is. */
    public sealed interface Check {
        /** Good until {@code expiresAt}. */
        record Valid(Consumer consumer, Instant expiresAt) implements Check {
        }

        /** It was ours and has run out: close code 4407. */
        record Expired() implements Check {
        }

        /** Not ours, not a token, or another account's: close code 4401. */
        record Invalid() implements Check {
        }
    }

    private enum Use {
        SOCKET, IDENTITY
    }

    @Inject
    Accounts accounts;
    @Inject
    SigningKey key;
    @Inject
    Clock clock;

    /** A new anonymous consumer's socket token (I1). SWITCHED_OFF if the account does not want that, NOT_FOUND without account. */
    public Result<String> signUp(AccountId account) {
        return anonymous(account).map(a -> token(a.id(), newConsumer(), Use.SOCKET, SOCKET_LIFE));
    }

    /** An identity token (I3): a new anonymous identity, or the previous one prolonged within 730 hours of its end. */
    public Result<String> authorize(AccountId account, Optional<String> previous) {
        if (previous.isEmpty()) {
            return anonymous(account).map(a -> token(a.id(), newConsumer(), Use.IDENTITY, IDENTITY_LIFE));
        }
        var check = check(account, previous.get(), Use.IDENTITY, IDENTITY_PROLONGABLE);
        if (check instanceof Check.Valid valid) {
            return anonymous(account).map(a -> token(a.id(), valid.consumer().id(), Use.IDENTITY, IDENTITY_LIFE));
        }
        return Result.refused(RefusalReason.NOT_AUTHENTICATED.because("The identity token is invalid or too old."));
    }

    /** The socket token for an identity token that is good (I4). */
    public Result<String> authenticate(AccountId account, String identity) {
        if (accounts.find(account).isEmpty()) {
            return Result.refused(RefusalReason.NOT_FOUND);
        }
        if (check(account, identity, Use.IDENTITY, Duration.ZERO) instanceof Check.Valid valid) {
            return Result.done(token(account, valid.consumer().id(), Use.SOCKET, SOCKET_LIFE));
        }
        return Result.refused(RefusalReason.NOT_AUTHENTICATED.because("The identity token is invalid or has run out."));
    }

    /** Checks a socket token. */
    public Check check(AccountId account, String token) {
        return accounts.find(account).isPresent() ? check(account, token, Use.SOCKET, Duration.ZERO) : new Check.Invalid();
    }

    private Result<Account> anonymous(AccountId id) {
        var account = accounts.find(id);
        if (account.isEmpty()) {
            return Result.refused(RefusalReason.NOT_FOUND);
        }
        return account.get().anonymousSignUp() ? Result.done(account.get()) : Result.refused(RefusalReason.SWITCHED_OFF);
    }

    private static String newConsumer() {
        return UUID.randomUUID().toString();
    }

    private String token(AccountId account, String consumerId, Use use, Duration life) {
        var now = clock.instant();
        var claims = new JwtClaims();
        claims.setIssuer(ISSUER);
        claims.setAudience("acc:" + account.value());
        claims.setSubject(consumerId);
        claims.setIssuedAt(NumericDate.fromSeconds(now.getEpochSecond()));
        claims.setExpirationTime(NumericDate.fromSeconds(now.plus(life).getEpochSecond()));
        claims.setStringClaim(USE, use.name());
        var jws = new JsonWebSignature();
        jws.setAlgorithmHeaderValue(AlgorithmIdentifiers.RSA_USING_SHA256);
        jws.setHeader("typ", "JWT");
        jws.setKeyIdHeaderValue(key.keyId());
        jws.setKey(key.privateKey());
        jws.setPayload(claims.toJson());
        try {
            return jws.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException("a token could not be signed", e);
        }
    }

    /** {@code grace}: for how long after its end a token still counts. */
    private Check check(AccountId account, String token, Use use, Duration grace) {
        var consumer = new JwtConsumerBuilder()
                .setExpectedIssuer(ISSUER)
                .setExpectedAudience("acc:" + account.value())
                .setRequireSubject()
                .setRequireExpirationTime()
                .setEvaluationTime(NumericDate.fromMilliseconds(clock.millis() - grace.toMillis()))
                .setJwsAlgorithmConstraints(AlgorithmConstraints.ConstraintType.PERMIT, AlgorithmIdentifiers.RSA_USING_SHA256)
                .setVerificationKey(key.publicKey())
                .build();
        try {
            var claims = consumer.processToClaims(token);
            if (!use.name().equals(claims.getStringClaimValue(USE))) {
                return new Check.Invalid();
            }
            return new Check.Valid(new Consumer(account, claims.getSubject()),
                    Instant.ofEpochMilli(claims.getExpirationTime().getValueInMillis()));
        } catch (InvalidJwtException e) {
            return e.hasExpired() ? new Check.Expired() : new Check.Invalid();
        } catch (MalformedClaimException e) {
            return new Check.Invalid();
        }
    }
}

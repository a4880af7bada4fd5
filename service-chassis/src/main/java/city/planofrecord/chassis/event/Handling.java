package city.planofrecord.chassis.event;

import java.util.Optional;

import jakarta.inject.Singleton;
import jakarta.transaction.Status;
import jakarta.transaction.TransactionSynchronizationRegistry;

/** The event that the present transaction handles. */
@Singleton
public class Handling {

    private final TransactionSynchronizationRegistry transaction;

    Handling(TransactionSynchronizationRegistry transaction) {
        this.transaction = transaction;
    }

    void begin(Received event) {
        transaction.putResource(Handling.class, event);
    }

    /** What the transaction does from now on is no part of handling an event. */
    void end() {
        transaction.putResource(Handling.class, null);
    }

    /** Of several that are handled together, the present one; empty where the transaction handles none. */
    public Optional<Received> current() {
        return transaction.getTransactionStatus() == Status.STATUS_NO_TRANSACTION
                ? Optional.empty()
                : Optional.ofNullable((Received) transaction.getResource(Handling.class));
    }
}

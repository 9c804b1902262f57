import type { Wording } from "@/lib/i18n/wording";

/** Why something has not been collected: one answer to read out on the telephone, and what can be done about it. */
const en = {
  title: "Why has this not been collected?",
  since: "Since {at}",
  evidence: "Proof from {at}",
  about: { debtor: "Debtor", mandate: "Mandate", payment: "Payment", run: "Run" },
  whoApprover: "who has the right to approve",
  notYou: "not with your role. Who may: {roles}.",
  why: {
    nothing_asked:
      "Nothing was asked for. The mandate can be used, and no payment waits on it; one issued now is collected {day}.",
    mandate_none: "{name} has no mandate, so nothing may be collected.",
    mandate_draft: "The mandate is a draft: it was never sent to {provider}, so nobody has said yes.",
    mandate_sending: "The mandate is on its way to {provider}; the answer is not here yet.",
    mandate_unsent: "The mandate has not been sent: {provider} could not take it, and nothing is there.",
    mandate_unknown:
      "Nobody knows whether the mandate exists. It was sent {at} and no answer came; {provider} {asked, plural, =0 {has not been asked yet} one {was asked once since} other {was asked # times since}}. Do not make another.",
    mandate_unknown_end:
      "Nobody knows whether {provider} has ended the mandate. We asked for it {at} and no answer came; {provider} {asked, plural, =0 {has not been asked yet} one {was asked once since} other {was asked # times since}}. Until that is known, assume that it still stands.",
    mandate_absent:
      "The {what, select, create {mandate} other {request to end the mandate}} did not arrive. It was sent {at}, and {provider} said {absences} times that it does not have it. An approver sends the same request again{what, select, create {} other {; until then the mandate stands}}.",
    mandate_ending:
      "We have asked {provider} to end the mandate. Nothing new is collected on it, until then or after.",
    mandate_invited:
      "{name} was invited {at} and has not signed up yet. The mandate appears here by itself once the bank reports it.",
    mandate_pending:
      "The mandate waits for the bank. {provider} has had it since {at}, and has not said that it stands.",
    mandate_pending_debit:
      "The mandate waits for its first debit{planned, select, yes { on {day}} other {}}. {provider} says nothing about it before that is collected.",
    mandate_pending_verification:
      "The mandate waits to be verified. {provider} has had it since {at}; it cannot be used before.",
    mandate_stale:
      "The mandate waits for the bank, longer than usual: {n, plural, one {# bank day} other {# bank days}} without an answer from {provider} by now.",
    mandate_suspended: "The mandate was suspended by {by} {at}: “{reason}”. Nothing is sent while it is.",
    mandate_ended:
      "The mandate was ended {at} {who, select, debtor {by the debtor} creditor {by us} bank {by the bank} scheme {by the scheme} expiry {by running out} other {at the provider}}. Nothing may be collected on it{by, select, none {} other {; {by} wrote it down: “{reason}”}}.",
    mandate_failed: "The mandate was refused {at}. {what} {todo} (code {code})",
    mandate_failed_theirs: "The mandate was refused {at}. {provider} said: “{text}”.",
    mandate_not_yet: "The mandate stands, and can be used from {day} on.",
    mandate_elsewhere: "The mandate stands. {says}",
    mandate_off: "The mandate stands, and cannot be charged. {says}",
    run_draft:
      "It is row {n} of the run “{run}”, which is a draft: nothing leaves before it is frozen, approved and sent.",
    run_waits_approval:
      "It is row {n} of the run “{run}”, which waits to be approved by somebody who had no hand in it.",
    run_approved: "It is row {n} of the run “{run}”, which is approved and has not been sent.",
    run_sending: "It is row {n} of the run “{run}”, which is being sent; its turn comes by itself.",
    run_stopped: "It is row {n} of the run “{run}”, which was stopped: nothing further leaves.",
    run_row_held: "Row {n} of the run “{run}” missed its cut-off before it was issued. It waits for finance.",
    run_row_left_out: "Row {n} of the run “{run}” was left out, so there is no payment. {reason}",
    run_row_duplicate:
      "Row {n} of the run “{run}” was left out as a duplicate, so there is no second payment. {reason}",
    payment_draft: "The payment is a draft. It was never issued.",
    payment_planned: "It is not its day yet. It leaves before the cut-off, {cutoff}, and is collected {day}.",
    payment_planned_daily: "It is not its day yet. It leaves by itself and is collected {day}.",
    payment_sending:
      "It is being sent to {provider} at this moment. If no answer comes we ask before anything is sent again.",
    payment_unsent:
      "Nothing is being sent: the request was closed without effect. Cancel it, and issue a new one if it should be collected.",
    payment_said_there: "A colleague said that {provider} has it, and {provider} has not said so itself yet.",
    payment_held_fenced:
      "It was not sent: the desk is fenced, because its data may be a copy. It goes by itself once an admin lifts the fence.",
    payment_held_cutoff_passed:
      "It was not sent: the cut-off for {day} passed before it could leave. It waits for a person; sent now it is collected {next}.",
    payment_held_absent:
      "It was sent {at} and did not arrive: {provider} said {absences} times that it does not have it. Before it could go again the cut-off for {day} passed. It waits for a person, who cancels it; what is still owed is then collected anew.",
    payment_held_mandate_not_active:
      "It was not sent: the mandate is not active any more. It waits for a person.",
    payment_held_credential:
      "It was not sent: {provider} does not take our credential. It goes by itself once an admin has mended that; next try {at}.",
    payment_held_rate: "It was not sent yet: {provider} asked us to slow down. It goes by itself {at}.",
    payment_held_unreachable:
      "It was not sent yet: {provider} cannot be reached. It is tried again by itself {at}.",
    payment_held_clock:
      "It was not sent: {provider} says that our clock is wrong. It goes by itself once an admin has set it; next try {at}.",
    payment_held_witness:
      "It was not sent: the witness file on our disk cannot be written. It goes by itself once an admin has seen to that; next try {at}.",
    payment_held_run_stopped:
      "It was not sent: its run was stopped. It goes when somebody lets the run go on.",
    payment_held_parked:
      "It was not sent: it failed on our side, again and again. An admin looks at it; sent now it is collected {next}.",
    payment_unknown:
      "Nobody knows whether {provider} has it. It was sent {at} and no answer came; {provider} {asked, plural, =0 {has not been asked yet} one {was asked once since} other {was asked # times since}}{absences, plural, =0 {} other { and did not have it # of those times}}. Do not send it again.",
    payment_unknown_cancel:
      "Nobody knows whether it was stopped. {provider} was asked {at} to stop it and no answer came. Count on it being collected.",
    payment_absent:
      "{what, select, create {It} other {The request to stop it}} did not arrive. It was sent {at}, and {provider} said {absences} times that it does not have it. An approver sends the same request again{what, select, create {} other {; until then count on it being collected}}.",
    payment_unmapped:
      "{provider} said “{word}” of it, a word that we do not know. What was proven last still counts; an admin has been asked.",
    payment_stale: "There should have been news by {at} and there is none. {provider} has it; ask there.",
    payment_at_risk:
      "It left on the deadline day. Until {provider} confirms it, {day} is not certain: it may be collected a month later.",
    payment_awaited:
      "The day was {day}; the bank’s answer is awaited{known, select, yes {, and should be here by the end of {by}} other {}}.",
    payment_slipped_late:
      "It was asked for {requested} and made {made}, after the cut-off for that month, {cutoff}. It is collected {count, plural, one {a month} other {# months}} later, {day}.",
    payment_slipped_there:
      "It was asked for {requested}, and {provider} collects it {count, plural, one {a month} other {# months}} later, {day}.",
    payment_pending:
      "It is not its day yet. {provider} has it, in time for the cut-off, {cutoff}; it is collected {day}.",
    payment_pending_handover:
      "It is not its day yet. {provider} has it and has not said that the scheme has; it is planned for {day}.",
    payment_pending_bank:
      "It is not its day yet. {provider} has it and waits for the bank; it is planned for {day}.",
    payment_scheduled_listed:
      "It is not its day yet. It is on the debtor’s payment overview and is collected {day}; the debtor may reject it until {until}.",
    payment_scheduled: "It is not its day yet. The bank has it, to be collected {day}.",
    payment_refused: "{provider} refused it {at}, so no bank ever saw it. {what} {todo} (code {code})",
    payment_rejected_soft: "It was turned down {at}, and may work later. {what} {todo} (code {code})",
    payment_rejected_hard:
      "It was turned down {at}, and would be again with these data. {what} {todo} (code {code})",
    payment_rejected_technical:
      "It failed {at} for a technical reason, ours or theirs. {what} {todo} (code {code})",
    payment_rejected_theirs: "It was turned down {at}. {provider} said: “{text}”.",
    payment_rejected_silent: "It was turned down {at}. {provider} gave no reason.",
    payment_chargeback_free:
      "It was collected{taken, select, yes { {on}} other {}} and given back {at}: the debtor took it back, for which no reason is needed.",
    payment_chargeback_claim:
      "It was collected{taken, select, yes { {on}} other {}} and given back {at}: after the time in which it can be taken back freely, somebody claims that there was no mandate. Have the evidence ready.",
    payment_cancelled_here: "It was cancelled by {by} {at}: “{reason}”. Nothing is taken.",
    payment_cancelled_there: "It was cancelled {at}; {provider} confirmed it. Nothing is taken.",
    payment_settled_reversible:
      "It was collected {on}. It is not final: it can be taken back without a reason until {until}, and claimed back until {claim}.",
    payment_settled_claimable:
      "It was collected {on}. It can no longer be taken back freely; a payment without a mandate can be claimed back until {until}.",
    payment_settled_final: "It was collected {on}, and that is final.",
  },
  also: {
    test: "A test: no real money moves.",
    cancelling: "{provider} has been asked to stop it. Until that is confirmed, count on it being collected.",
    unmapped: "{provider} then said “{word}”, which we do not know. The last proven state stays.",
    rejectable: "The debtor may reject it until {until}.",
    reason: "{what} {todo} (code {code})",
    reason_theirs: "{provider} said: “{text}”.",
    meant_twice: "It is collected in addition to another one because {by} said so: “{reason}”.",
    another_open:
      "Another payment is on its way: {reference}, {amount}, {day}. Do not collect this one again before you know.",
    trouble: "Nothing has gone through “{connection}” since {at}: news may be late too.",
    credential_expired: "The credential of “{connection}” ran out {at}: nothing is sent and no news comes.",
    credential_expires: "The credential of “{connection}” runs out {at}, before this can leave.",
    mandate_gone: "Its mandate does not stand any more; the bank may turn it down.",
    without_debtor: "No debtor of yours has customer number {number}. Say whose it is.",
    next_window: "Issued now, by {cutoff}, it is collected {day}.",
    usual: "An answer usually takes {usual}.",
  },
  step: {
    wait: { do: "Nothing to do", says: "It goes on by itself." },
    check: { do: "Check with the provider", says: "Asks what is known there. Sends nothing." },
    decide: { do: "Decide what became of it", says: "When asking gives no answer, and never before." },
    send_again: { do: "Send it again", says: "The same request, by somebody who did not make it." },
    replan: { do: "Send for the next collection", says: "Once, and at once." },
    cancel: { do: "Cancel it", says: "If it should not be collected." },
    collect_again: { do: "Collect again", says: "A new payment, filled in from this one." },
    new_payment: { do: "New payment", says: "Shows where it would land before it is issued." },
    new_mandate: { do: "New mandate", says: "It needs the debtor’s consent." },
    send_mandate: { do: "Finish and send it", says: "Opens the form with what was kept." },
    correct_mandate: {
      do: "Correct and send again",
      says: "Opens the form with what was kept; it is a new request.",
    },
    remind: { do: "Remind the debtor", says: "The numbers to sign up with are on the mandate." },
    resume_mandate: { do: "Resume the mandate", says: "What waited for it goes on." },
    link_debtor: { do: "Say whose it is", says: "Once, and under your name." },
    lift_fence: { do: "Lift the fence", says: "After the desk was compared with the providers." },
    mend_connection: { do: "Mend the connection", says: "Its page says what is wrong." },
    mend_here: { do: "Look at what failed", says: "On the list of what goes out." },
    read_word: { do: "Read the message", says: "On the list of what came in." },
    prepare_run: { do: "Open the run", says: "It goes on from there." },
    approve_run: { do: "Approve the run", says: "By somebody who had no hand in it." },
    open_run: { do: "Open the run", says: "Its row says why, and what may be changed." },
    open_payment: { do: "Open the other payment", says: "It may bring the money." },
    open_mandate: { do: "Open the mandate", says: "It says what it can be used for." },
    evidence: { do: "Download the evidence", says: "Consent, messages and moves in one file, for a claim." },
  },
} as const;

const da: Wording<typeof en> = {
  title: "Hvorfor er det ikke opkrævet?",
  since: "Siden {at}",
  evidence: "Bevis fra {at}",
  about: { debtor: "Debitor", mandate: "Aftale", payment: "Betaling", run: "Kørsel" },
  whoApprover: "den, der har ret til at godkende",
  notYou: "ikke med din rolle. Hvem kan: {roles}.",
  why: {
    nothing_asked:
      "Der er ikke bedt om noget. Aftalen kan bruges, og ingen betaling venter på den; en, der udstedes nu, opkræves {day}.",
    mandate_none: "{name} har ingen aftale, så der må ikke opkræves noget.",
    mandate_draft: "Aftalen er en kladde: den er aldrig sendt til {provider}, så ingen har sagt ja.",
    mandate_sending: "Aftalen er på vej til {provider}; svaret er her ikke endnu.",
    mandate_unsent: "Aftalen er ikke sendt: {provider} kunne ikke tage imod den, og intet findes der.",
    mandate_unknown:
      "Ingen ved, om aftalen findes. Den blev sendt {at}, og der kom intet svar; {provider} er {asked, plural, =0 {ikke spurgt endnu} one {spurgt én gang siden} other {spurgt # gange siden}}. Lav ikke en ny.",
    mandate_unknown_end:
      "Ingen ved, om {provider} har afmeldt aftalen. Vi bad om det {at}, og der kom intet svar; {provider} er {asked, plural, =0 {ikke spurgt endnu} one {spurgt én gang siden} other {spurgt # gange siden}}. Indtil det vides, må den regnes for stadig at gælde.",
    mandate_absent:
      "{what, select, create {Aftalen} other {Anmodningen om at afmelde aftalen}} kom ikke frem. Den blev sendt {at}, og {provider} har {absences} gange sagt, at den ikke er der. En godkender sender samme anmodning igen{what, select, create {} other {; indtil da gælder aftalen}}.",
    mandate_ending:
      "Vi har bedt {provider} afmelde aftalen. Intet nyt opkræves på den, hverken indtil da eller siden.",
    mandate_invited:
      "{name} blev inviteret {at} og har ikke tilmeldt sig endnu. Aftalen kommer her af sig selv, når banken melder den.",
    mandate_pending:
      "Aftalen venter på banken. {provider} har haft den siden {at} og har ikke sagt, at den gælder.",
    mandate_pending_debit:
      "Aftalen venter på sin første opkrævning{planned, select, yes { {day}} other {}}. {provider} siger intet om den, før den er gennemført.",
    mandate_pending_verification:
      "Aftalen venter på at blive bekræftet. {provider} har haft den siden {at}; den kan ikke bruges før.",
    mandate_stale:
      "Aftalen venter på banken, længere end normalt: {n, plural, one {# bankdag} other {# bankdage}} uden svar fra {provider} indtil nu.",
    mandate_suspended: "Aftalen blev suspenderet af {by} {at}: »{reason}«. Intet sendes så længe.",
    mandate_ended:
      "Aftalen ophørte {at}: {who, select, debtor {afmeldt af debitor} creditor {afmeldt af os} bank {afmeldt af banken} scheme {afmeldt af ordningen} expiry {udløbet} other {meldt af udbyderen}}. Der må ikke opkræves på den{by, select, none {} other {; {by} noterede det: »{reason}«}}.",
    mandate_failed: "Aftalen blev afvist {at}. {what} {todo} (kode {code})",
    mandate_failed_theirs: "Aftalen blev afvist {at}. {provider} sagde: »{text}«.",
    mandate_not_yet: "Aftalen gælder og kan bruges fra {day}.",
    mandate_elsewhere: "Aftalen gælder. {says}",
    mandate_off: "Aftalen gælder, og der kan ikke opkræves på den. {says}",
    run_draft:
      "Den er række {n} i kørslen »{run}«, som er en kladde: intet afgår, før den er frosset, godkendt og sendt.",
    run_waits_approval:
      "Den er række {n} i kørslen »{run}«, som venter på godkendelse af en, der ikke har haft hånd i den.",
    run_approved: "Den er række {n} i kørslen »{run}«, som er godkendt og ikke sendt.",
    run_sending:
      "Den er række {n} i kørslen »{run}«, som er ved at blive sendt; dens tur kommer af sig selv.",
    run_stopped: "Den er række {n} i kørslen »{run}«, som blev stoppet: intet mere afgår.",
    run_row_held:
      "Række {n} i kørslen »{run}« nåede ikke fristen, før den blev udstedt. Den venter på økonomi.",
    run_row_left_out: "Række {n} i kørslen »{run}« blev udeladt, så der er ingen betaling. {reason}",
    run_row_duplicate:
      "Række {n} i kørslen »{run}« blev udeladt som dublet, så der er ingen anden betaling. {reason}",
    payment_draft: "Betalingen er en kladde. Den er aldrig udstedt.",
    payment_planned: "Dens dag er ikke kommet. Den afgår før fristen, {cutoff}, og opkræves {day}.",
    payment_planned_daily: "Dens dag er ikke kommet. Den afgår af sig selv og opkræves {day}.",
    payment_sending:
      "Den sendes til {provider} lige nu. Kommer der intet svar, spørger vi, før noget sendes igen.",
    payment_unsent:
      "Intet er ved at blive sendt: anmodningen blev lukket uden virkning. Annullér den, og udsted en ny, hvis den skal opkræves.",
    payment_said_there:
      "En kollega sagde, at {provider} har den, og {provider} har ikke selv sagt det endnu.",
    payment_held_fenced:
      "Den blev ikke sendt: systemet er afspærret, fordi dets data kan være en kopi. Den går af sig selv, når en administrator ophæver afspærringen.",
    payment_held_cutoff_passed:
      "Den blev ikke sendt: fristen for {day} gik, før den kunne afgå. Den venter på en person; sendes den nu, opkræves den {next}.",
    payment_held_absent:
      "Den blev sendt {at} og kom ikke frem: {provider} har {absences} gange sagt, at den ikke er der. Før den kunne sendes igen, gik fristen for {day}. Den venter på en person, der annullerer den; hvad der stadig skyldes, opkræves så på ny.",
    payment_held_mandate_not_active:
      "Den blev ikke sendt: aftalen er ikke aktiv længere. Den venter på en person.",
    payment_held_credential:
      "Den blev ikke sendt: {provider} godtager ikke vores adgang. Den går af sig selv, når en administrator har rettet det; næste forsøg {at}.",
    payment_held_rate:
      "Den er ikke sendt endnu: {provider} bad os sætte farten ned. Den går af sig selv {at}.",
    payment_held_unreachable:
      "Den er ikke sendt endnu: {provider} kan ikke nås. Den forsøges igen af sig selv {at}.",
    payment_held_clock:
      "Den blev ikke sendt: {provider} siger, at vores ur går forkert. Den går af sig selv, når en administrator har stillet det; næste forsøg {at}.",
    payment_held_witness:
      "Den blev ikke sendt: vidnefilen på vores disk kan ikke skrives. Den går af sig selv, når en administrator har set til det; næste forsøg {at}.",
    payment_held_run_stopped:
      "Den blev ikke sendt: dens kørsel blev stoppet. Den går, når nogen lader kørslen gå videre.",
    payment_held_parked:
      "Den blev ikke sendt: den fejlede hos os, igen og igen. En administrator ser på det; sendes den nu, opkræves den {next}.",
    payment_unknown:
      "Ingen ved, om {provider} har den. Den blev sendt {at}, og der kom intet svar; {provider} er {asked, plural, =0 {ikke spurgt endnu} one {spurgt én gang siden} other {spurgt # gange siden}}{absences, plural, =0 {} other { og havde den ikke # af gangene}}. Send den ikke igen.",
    payment_unknown_cancel:
      "Ingen ved, om den blev stoppet. {provider} blev {at} bedt om at stoppe den, og der kom intet svar. Regn med, at den opkræves.",
    payment_absent:
      "{what, select, create {Den} other {Anmodningen om at stoppe den}} kom ikke frem. Den blev sendt {at}, og {provider} har {absences} gange sagt, at den ikke er der. En godkender sender samme anmodning igen{what, select, create {} other {; regn indtil da med, at betalingen opkræves}}.",
    payment_unmapped:
      "{provider} sagde »{word}« om den, et ord vi ikke kender. Det sidst beviste gælder; en administrator er spurgt.",
    payment_stale: "Der burde være nyt senest {at}, og det er der ikke. {provider} har den; spørg dér.",
    payment_at_risk:
      "Den blev sendt på fristens dag. Indtil {provider} bekræfter den, er {day} ikke sikker: den kan blive opkrævet en måned senere.",
    payment_awaited:
      "Dagen var {day}; bankens svar afventes{known, select, yes { og bør være her inden udgangen af {by}} other {}}.",
    payment_slipped_late:
      "Den var ønsket til {requested} og blev lavet {made}, efter fristen for den måned, {cutoff}. Den opkræves {count, plural, one {en måned} other {# måneder}} senere, {day}.",
    payment_slipped_there:
      "Den var ønsket til {requested}, og {provider} opkræver den {count, plural, one {en måned} other {# måneder}} senere, {day}.",
    payment_pending:
      "Dens dag er ikke kommet. {provider} har den, i tide til fristen, {cutoff}; den opkræves {day}.",
    payment_pending_handover:
      "Dens dag er ikke kommet. {provider} har den og har ikke sagt, at ordningen har den; den er planlagt til {day}.",
    payment_pending_bank:
      "Dens dag er ikke kommet. {provider} har den og venter på banken; den er planlagt til {day}.",
    payment_scheduled_listed:
      "Dens dag er ikke kommet. Den står på debitors betalingsoversigt og opkræves {day}; debitor kan afvise den til og med {until}.",
    payment_scheduled: "Dens dag er ikke kommet. Banken har den; den opkræves {day}.",
    payment_refused: "{provider} afviste den {at}, så ingen bank har set den. {what} {todo} (kode {code})",
    payment_rejected_soft: "Den blev afvist {at} og kan lykkes senere. {what} {todo} (kode {code})",
    payment_rejected_hard:
      "Den blev afvist {at} og bliver det igen med disse oplysninger. {what} {todo} (kode {code})",
    payment_rejected_technical:
      "Den fejlede {at} af en teknisk grund, vores eller deres. {what} {todo} (kode {code})",
    payment_rejected_theirs: "Den blev afvist {at}. {provider} sagde: »{text}«.",
    payment_rejected_silent: "Den blev afvist {at}. {provider} gav ingen grund.",
    payment_chargeback_free:
      "Den blev opkrævet{taken, select, yes { {on}} other {}} og givet tilbage {at}: debitor tog den tilbage, og det kræver ingen begrundelse.",
    payment_chargeback_claim:
      "Den blev opkrævet{taken, select, yes { {on}} other {}} og givet tilbage {at}: efter tiden for fri tilbageførsel gør nogen gældende, at der ingen aftale var. Hav beviset klar.",
    payment_cancelled_here: "Den blev annulleret af {by} {at}: »{reason}«. Intet bliver taget.",
    payment_cancelled_there: "Den blev annulleret {at}; {provider} bekræftede det. Intet bliver taget.",
    payment_settled_reversible:
      "Den blev opkrævet {on}. Det er ikke endeligt: den kan tages tilbage uden begrundelse til og med {until}, og der kan gøres indsigelse til og med {claim}.",
    payment_settled_claimable:
      "Den blev opkrævet {on}. Den kan ikke længere frit tages tilbage; mod en betaling uden aftale kan der gøres indsigelse til og med {until}.",
    payment_settled_final: "Den blev opkrævet {on}, og det er endeligt.",
  },
  also: {
    test: "En test: ingen rigtige penge flyttes.",
    cancelling: "{provider} er bedt om at stoppe den. Regn med, at den opkræves, indtil det er bekræftet.",
    unmapped: "{provider} sagde siden »{word}«, som vi ikke kender. Den sidst beviste status bliver stående.",
    rejectable: "Debitor kan afvise den til og med {until}.",
    reason: "{what} {todo} (kode {code})",
    reason_theirs: "{provider} sagde: »{text}«.",
    meant_twice: "Den opkræves ved siden af en anden, fordi {by} sagde det: »{reason}«.",
    another_open:
      "En anden betaling er på vej: {reference}, {amount}, {day}. Opkræv ikke denne igen, før du ved besked.",
    trouble: "Intet er gået igennem »{connection}« siden {at}: nyt kan også være forsinket.",
    credential_expired: "Adgangen til »{connection}« udløb {at}: intet sendes, og intet nyt kommer.",
    credential_expires: "Adgangen til »{connection}« udløber {at}, før denne kan afgå.",
    mandate_gone: "Dens aftale gælder ikke længere; banken kan afvise den.",
    without_debtor: "Ingen af jeres debitorer har kundenummer {number}. Sig, hvis den er.",
    next_window: "Udstedes den nu, senest {cutoff}, opkræves den {day}.",
    usual: "Et svar tager normalt {usual}.",
  },
  step: {
    wait: { do: "Intet at gøre", says: "Det går videre af sig selv." },
    check: { do: "Spørg udbyderen", says: "Spørger, hvad man ved dér. Sender intet." },
    decide: { do: "Afgør, hvad der blev af den", says: "Når det ikke hjælper at spørge, og aldrig før." },
    send_again: { do: "Send den igen", says: "Samme anmodning, af en, der ikke lavede den." },
    replan: { do: "Send til næste opkrævning", says: "Én gang, og straks." },
    cancel: { do: "Annullér den", says: "Hvis den ikke skal opkræves." },
    collect_again: { do: "Opkræv igen", says: "En ny betaling, udfyldt fra denne." },
    new_payment: { do: "Ny betaling", says: "Viser, hvor den lander, før den udstedes." },
    new_mandate: { do: "Ny aftale", says: "Den kræver debitors samtykke." },
    send_mandate: { do: "Gør den færdig, og send den", says: "Åbner formularen med det, der er gemt." },
    correct_mandate: {
      do: "Ret, og send igen",
      says: "Åbner formularen med det, der er gemt; det er en ny anmodning.",
    },
    remind: { do: "Mind debitor om det", says: "Numrene til tilmelding står på aftalen." },
    resume_mandate: { do: "Genoptag aftalen", says: "Det, der ventede på den, går videre." },
    link_debtor: { do: "Sig, hvis den er", says: "Én gang, og under dit navn." },
    lift_fence: { do: "Ophæv afspærringen", says: "Når der er sammenlignet med udbyderne." },
    mend_connection: { do: "Ret forbindelsen", says: "Dens side siger, hvad der er galt." },
    mend_here: { do: "Se på det, der fejlede", says: "På listen over det, der går ud." },
    read_word: { do: "Læs beskeden", says: "På listen over det, der er kommet ind." },
    prepare_run: { do: "Åbn kørslen", says: "Den går videre derfra." },
    approve_run: { do: "Godkend kørslen", says: "Af en, der ikke har haft hånd i den." },
    open_run: { do: "Åbn kørslen", says: "Dens række siger hvorfor, og hvad der kan ændres." },
    open_payment: { do: "Åbn den anden betaling", says: "Måske bringer den pengene." },
    open_mandate: { do: "Åbn aftalen", says: "Den siger, hvad den kan bruges til." },
    evidence: { do: "Hent beviset", says: "Samtykke, beskeder og hændelser i én fil, til en indsigelse." },
  },
};

const nl: Wording<typeof en> = {
  title: "Waarom is dit niet geïncasseerd?",
  since: "Sinds {at}",
  evidence: "Bewijs van {at}",
  about: { debtor: "Debiteur", mandate: "Machtiging", payment: "Betaling", run: "Run" },
  whoApprover: "wie het recht heeft om goed te keuren",
  notYou: "niet met uw rol. Wie mag dit: {roles}.",
  why: {
    nothing_asked:
      "Er is niets gevraagd. De machtiging is te gebruiken en er wacht geen betaling op; wat nu wordt uitgegeven, wordt geïncasseerd op {day}.",
    mandate_none: "{name} heeft geen machtiging, dus er mag niets worden geïncasseerd.",
    mandate_draft:
      "De machtiging is een concept: ze is nooit naar {provider} verzonden, dus niemand heeft ja gezegd.",
    mandate_sending: "De machtiging is onderweg naar {provider}; het antwoord is er nog niet.",
    mandate_unsent:
      "De machtiging is niet verzonden: {provider} kon haar niet aannemen, en daar bestaat niets.",
    mandate_unknown:
      "Niemand weet of de machtiging bestaat. Ze is verzonden op {at} en er kwam geen antwoord; {provider} is sindsdien {asked, plural, =0 {nog niet} one {één keer} other {# keer}} gevraagd. Maak geen andere.",
    mandate_unknown_end:
      "Niemand weet of de machtiging bij {provider} is beëindigd. Wij vroegen erom op {at} en er kwam geen antwoord; {provider} is sindsdien {asked, plural, =0 {nog niet} one {één keer} other {# keer}} gevraagd. Ga ervan uit dat ze nog geldt tot dat bekend is.",
    mandate_absent:
      "{what, select, create {De machtiging} other {De aanvraag om de machtiging te beëindigen}} is niet aangekomen. Ze is verzonden op {at} en {provider} zei {absences} keer dat ze er niet is. Een goedkeurder verzendt dezelfde aanvraag opnieuw{what, select, create {} other {; tot dan geldt de machtiging}}.",
    mandate_ending:
      "Wij hebben {provider} gevraagd de machtiging te beëindigen. Er wordt niets nieuws meer op geïncasseerd.",
    mandate_invited:
      "{name} is uitgenodigd op {at} en heeft zich nog niet aangemeld. De machtiging komt hier vanzelf zodra de bank haar meldt.",
    mandate_pending:
      "De machtiging wacht op de bank. {provider} heeft haar sinds {at} en heeft niet gezegd dat ze geldt.",
    mandate_pending_debit:
      "De machtiging wacht op haar eerste incasso{planned, select, yes { op {day}} other {}}. {provider} zegt er niets over voordat die is gelukt.",
    mandate_pending_verification:
      "De machtiging moet nog worden bevestigd. {provider} heeft haar sinds {at}; eerder is ze niet te gebruiken.",
    mandate_stale:
      "De machtiging wacht op de bank, langer dan gewoonlijk: {n, plural, one {# bankdag} other {# bankdagen}} zonder antwoord van {provider} tot nu toe.",
    mandate_suspended:
      "De machtiging is opgeschort door {by} op {at}: „{reason}”. Zolang wordt er niets verzonden.",
    mandate_ended:
      "De machtiging is beëindigd op {at} {who, select, debtor {door de debiteur} creditor {door ons} bank {door de bank} scheme {door het incassoschema} expiry {door verloop} other {bij de aanbieder}}. Er mag niets op worden geïncasseerd{by, select, none {} other {; {by} legde dat vast: „{reason}”}}.",
    mandate_failed: "De machtiging is geweigerd op {at}. {what} {todo} (code {code})",
    mandate_failed_theirs: "De machtiging is geweigerd op {at}. {provider} zei: „{text}”.",
    mandate_not_yet: "De machtiging geldt en is te gebruiken vanaf {day}.",
    mandate_elsewhere: "De machtiging geldt. {says}",
    mandate_off: "De machtiging geldt, en er kan niet op worden geïncasseerd. {says}",
    run_draft:
      "Dit is regel {n} van de run „{run}”, die een concept is: er vertrekt niets voordat hij is bevroren, goedgekeurd en verzonden.",
    run_waits_approval:
      "Dit is regel {n} van de run „{run}”, die wacht op goedkeuring door iemand die er niet aan heeft gewerkt.",
    run_approved: "Dit is regel {n} van de run „{run}”, die is goedgekeurd en niet verzonden.",
    run_sending: "Dit is regel {n} van de run „{run}”, die wordt verzonden; de beurt komt vanzelf.",
    run_stopped: "Dit is regel {n} van de run „{run}”, die is gestopt: er vertrekt niets meer.",
    run_row_held:
      "Regel {n} van de run „{run}” miste de deadline voordat er een betaling van was. Hij wacht op financiën.",
    run_row_left_out: "Regel {n} van de run „{run}” is weggelaten, dus er is geen betaling. {reason}",
    run_row_duplicate:
      "Regel {n} van de run „{run}” is weggelaten als dubbele, dus er is geen tweede betaling. {reason}",
    payment_draft: "De betaling is een concept. Ze is nooit uitgegeven.",
    payment_planned:
      "Het is haar dag nog niet. Ze vertrekt vóór de deadline, {cutoff}, en wordt geïncasseerd op {day}.",
    payment_planned_daily: "Het is haar dag nog niet. Ze vertrekt vanzelf en wordt geïncasseerd op {day}.",
    payment_sending:
      "Ze wordt op dit moment naar {provider} verzonden. Komt er geen antwoord, dan vragen we voordat er iets opnieuw wordt verzonden.",
    payment_unsent:
      "Er wordt niets verzonden: de aanvraag is zonder gevolg gesloten. Annuleer, en geef een nieuwe uit als er moet worden geïncasseerd.",
    payment_said_there:
      "Volgens een collega heeft {provider} haar, en {provider} heeft dat zelf nog niet gezegd.",
    payment_held_fenced:
      "Ze is niet verzonden: het systeem is afgesloten, omdat de gegevens een kopie kunnen zijn. Ze gaat vanzelf zodra een beheerder de afsluiting opheft.",
    payment_held_cutoff_passed:
      "Ze is niet verzonden: de deadline voor {day} ging voorbij voordat ze kon vertrekken. Ze wacht op een medewerker; nu verzonden wordt ze geïncasseerd op {next}.",
    payment_held_absent:
      "Ze is verzonden op {at} en niet aangekomen: {provider} zei {absences} keer dat ze er niet is. Voordat ze opnieuw kon vertrekken, ging de deadline voor {day} voorbij. Ze wacht op een medewerker die haar annuleert; wat nog openstaat, wordt daarna opnieuw geïncasseerd.",
    payment_held_mandate_not_active:
      "Ze is niet verzonden: de machtiging is niet meer actief. Ze wacht op een medewerker.",
    payment_held_credential:
      "Ze is niet verzonden: {provider} accepteert onze inloggegevens niet. Ze gaat vanzelf zodra een beheerder dat heeft hersteld; volgende poging {at}.",
    payment_held_rate:
      "Ze is nog niet verzonden: {provider} vroeg ons langzamer te gaan. Ze gaat vanzelf {at}.",
    payment_held_unreachable:
      "Ze is nog niet verzonden: {provider} is niet bereikbaar. Het wordt vanzelf weer geprobeerd {at}.",
    payment_held_clock:
      "Ze is niet verzonden: {provider} zegt dat onze klok verkeerd staat. Ze gaat vanzelf zodra een beheerder die heeft gezet; volgende poging {at}.",
    payment_held_witness:
      "Ze is niet verzonden: het getuigenbestand op onze schijf kan niet worden geschreven. Ze gaat vanzelf zodra een beheerder daarnaar heeft gekeken; volgende poging {at}.",
    payment_held_run_stopped:
      "Ze is niet verzonden: haar run is gestopt. Ze gaat zodra iemand de run laat doorgaan.",
    payment_held_parked:
      "Ze is niet verzonden: het ging bij ons steeds weer mis. Een beheerder kijkt ernaar; nu verzonden wordt ze geïncasseerd op {next}.",
    payment_unknown:
      "Niemand weet of {provider} haar heeft. Ze is verzonden op {at} en er kwam geen antwoord; {provider} is sindsdien {asked, plural, =0 {nog niet} one {één keer} other {# keer}} gevraagd{absences, plural, =0 {} other { en had haar # van die keren niet}}. Verzend haar niet opnieuw.",
    payment_unknown_cancel:
      "Niemand weet of ze is gestopt. {provider} is op {at} gevraagd haar te stoppen en er kwam geen antwoord. Reken op incasso.",
    payment_absent:
      "{what, select, create {Ze} other {De aanvraag om haar te stoppen}} is niet aangekomen. Ze is verzonden op {at} en {provider} zei {absences} keer dat ze er niet is. Een goedkeurder verzendt dezelfde aanvraag opnieuw{what, select, create {} other {; reken tot dan op incasso}}.",
    payment_unmapped:
      "{provider} zei er „{word}” over, een woord dat we niet kennen. Wat het laatst is bewezen, telt nog; een beheerder is gevraagd.",
    payment_stale:
      "Er had uiterlijk {at} nieuws moeten zijn en dat is er niet. {provider} heeft haar; vraag het daar.",
    payment_at_risk:
      "Ze vertrok op de dag van de deadline. Tot {provider} het bevestigt is {day} niet zeker: de incasso kan een maand later zijn.",
    payment_awaited:
      "De dag was {day}; op het antwoord van de bank wordt gewacht{known, select, yes {, het hoort er uiterlijk {by} te zijn} other {}}.",
    payment_slipped_late:
      "Ze was gevraagd voor {requested} en is gemaakt op {made}, na de deadline voor die maand, {cutoff}. De incasso is {count, plural, one {een maand} other {# maanden}} later, op {day}.",
    payment_slipped_there:
      "Ze was gevraagd voor {requested}, en {provider} incasseert haar {count, plural, one {een maand} other {# maanden}} later, op {day}.",
    payment_pending:
      "Het is haar dag nog niet. {provider} heeft haar, op tijd voor de deadline, {cutoff}; de incasso is op {day}.",
    payment_pending_handover:
      "Het is haar dag nog niet. {provider} heeft haar en heeft niet gezegd dat het incassoschema haar heeft; gepland voor {day}.",
    payment_pending_bank:
      "Het is haar dag nog niet. {provider} heeft haar en wacht op de bank; gepland voor {day}.",
    payment_scheduled_listed:
      "Het is haar dag nog niet. Ze staat op het betaaloverzicht van de debiteur en wordt geïncasseerd op {day}; de debiteur kan weigeren t/m {until}.",
    payment_scheduled: "Het is haar dag nog niet. De bank heeft haar; de incasso is op {day}.",
    payment_refused:
      "{provider} weigerde haar op {at}, dus geen bank heeft haar gezien. {what} {todo} (code {code})",
    payment_rejected_soft: "Ze is geweigerd op {at} en kan later wel lukken. {what} {todo} (code {code})",
    payment_rejected_hard:
      "Ze is geweigerd op {at}, en dat gebeurt met deze gegevens weer. {what} {todo} (code {code})",
    payment_rejected_technical:
      "Ze mislukte op {at} om een technische reden, van ons of van hen. {what} {todo} (code {code})",
    payment_rejected_theirs: "Ze is geweigerd op {at}. {provider} zei: „{text}”.",
    payment_rejected_silent: "Ze is geweigerd op {at}. {provider} gaf geen reden.",
    payment_chargeback_free:
      "Ze is geïncasseerd{taken, select, yes { op {on}} other {}} en teruggegeven op {at}: de debiteur heeft gestorneerd, en daar is geen reden voor nodig.",
    payment_chargeback_claim:
      "Ze is geïncasseerd{taken, select, yes { op {on}} other {}} en teruggegeven op {at}: na de tijd van vrij storneren zegt iemand dat er geen machtiging was. Houd het bewijs klaar.",
    payment_cancelled_here: "Ze is geannuleerd door {by} op {at}: „{reason}”. Er wordt niets afgeschreven.",
    payment_cancelled_there:
      "Ze is geannuleerd op {at}; {provider} heeft het bevestigd. Er wordt niets afgeschreven.",
    payment_settled_reversible:
      "Ze is geïncasseerd op {on}. Dat is niet definitief: zonder reden storneren kan t/m {until}, terugvorderen t/m {claim}.",
    payment_settled_claimable:
      "Ze is geïncasseerd op {on}. Vrij storneren kan niet meer; een incasso zonder machtiging kan worden teruggevorderd t/m {until}.",
    payment_settled_final: "Ze is geïncasseerd op {on}, en dat is definitief.",
  },
  also: {
    test: "Een test: er gaat geen echt geld om.",
    cancelling: "{provider} is gevraagd haar te stoppen. Reken op incasso tot dat is bevestigd.",
    unmapped: "{provider} zei daarna „{word}”, dat kennen we niet. De laatst bewezen status blijft.",
    rejectable: "De debiteur kan weigeren t/m {until}.",
    reason: "{what} {todo} (code {code})",
    reason_theirs: "{provider} zei: „{text}”.",
    meant_twice: "Ze wordt naast een andere geïncasseerd omdat {by} dat zei: „{reason}”.",
    another_open:
      "Er is een andere betaling onderweg: {reference}, {amount}, {day}. Incasseer deze niet opnieuw voordat u het weet.",
    trouble: "Er gaat niets door „{connection}” sinds {at}: ook nieuws kan laat zijn.",
    credential_expired:
      "De inloggegevens van „{connection}” verliepen op {at}: er wordt niets verzonden en er komt geen nieuws.",
    credential_expires: "De inloggegevens van „{connection}” verlopen op {at}, voordat deze kan vertrekken.",
    mandate_gone: "De machtiging ervan geldt niet meer; de bank kan weigeren.",
    without_debtor: "Geen debiteur van u heeft klantnummer {number}. Zeg van wie ze is.",
    next_window: "Nu uitgegeven, uiterlijk {cutoff}, wordt ze geïncasseerd op {day}.",
    usual: "Een antwoord duurt meestal {usual}.",
  },
  step: {
    wait: { do: "Niets te doen", says: "Het gaat vanzelf verder." },
    check: { do: "Vraag de aanbieder", says: "Vraagt wat daar bekend is. Verzendt niets." },
    decide: { do: "Beslis wat ervan werd", says: "Als vragen geen antwoord geeft, en nooit eerder." },
    send_again: { do: "Opnieuw verzenden", says: "Dezelfde aanvraag, door iemand die haar niet maakte." },
    replan: { do: "Verzend voor de volgende incasso", says: "Eén keer, en meteen." },
    cancel: { do: "Annuleren", says: "Als er niet moet worden geïncasseerd." },
    collect_again: { do: "Opnieuw incasseren", says: "Een nieuwe betaling, ingevuld vanuit deze." },
    new_payment: { do: "Nieuwe betaling", says: "Toont waar ze terechtkomt voordat ze wordt uitgegeven." },
    new_mandate: { do: "Nieuwe machtiging", says: "Daarvoor is toestemming van de debiteur nodig." },
    send_mandate: { do: "Afmaken en verzenden", says: "Opent het formulier met wat bewaard is." },
    correct_mandate: {
      do: "Verbeteren en opnieuw verzenden",
      says: "Opent het formulier met wat bewaard is; het is een nieuwe aanvraag.",
    },
    remind: { do: "Herinner de debiteur", says: "De nummers om zich aan te melden staan op de machtiging." },
    resume_mandate: { do: "Hervat de machtiging", says: "Wat erop wachtte, gaat verder." },
    link_debtor: { do: "Zeg van wie ze is", says: "Eén keer, en onder uw naam." },
    lift_fence: { do: "Hef de afsluiting op", says: "Nadat met de aanbieders is vergeleken." },
    mend_connection: { do: "Herstel de verbinding", says: "Haar pagina zegt wat er mis is." },
    mend_here: { do: "Bekijk wat misging", says: "Op de lijst van wat uitgaat." },
    read_word: { do: "Lees het bericht", says: "Op de lijst van wat binnenkwam." },
    prepare_run: { do: "Open de run", says: "Hij gaat vandaar verder." },
    approve_run: { do: "Keur de run goed", says: "Door iemand die er niet aan heeft gewerkt." },
    open_run: { do: "Open de run", says: "De regel zegt waarom, en wat er te wijzigen is." },
    open_payment: { do: "Open de andere betaling", says: "Misschien brengt die het geld." },
    open_mandate: { do: "Open de machtiging", says: "Die zegt waarvoor ze te gebruiken is." },
    evidence: {
      do: "Download het bewijs",
      says: "Toestemming, berichten en gebeurtenissen in één bestand, voor een claim.",
    },
  },
};

export const answers = { en, da, nl };
